"""The program with Telegram's limits out of the way: what it could send. `python -m benchmarks.unlimited run`."""

from bot import rubbish

if __name__ == "__main__":
    rubbish.leave()
    from bot.cli import main
    from bot.delivery.lanes import LaneLimiter
    from bot.delivery.pace import Limits

    LaneLimiter.__init__.__defaults__ = (Limits(per_second=100_000, reserve=0.0),)
    main()
