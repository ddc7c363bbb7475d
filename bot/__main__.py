"""`python -m bot`."""

from bot import rubbish

if __name__ == "__main__":
    rubbish.leave()
    from bot.cli import main

    main()
