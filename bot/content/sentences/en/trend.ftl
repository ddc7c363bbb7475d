# Somebody's own saved results: the same in a picture and in words.

trend-title = <b>Your saved results</b>
trend-line = { $day }: { $points } of { $top }, { $says }
trend-more = Earlier results are on the picture and in /export.
trend-how =
    Up and down is normal. If a line goes up for weeks, that is worth a conversation with someone.

    You see this, nobody else here. Whoever runs this bot and holds its key could be made by a court to open what is kept.
trend-caption = Your saved results. Each mark is one day. Above the dashed line it is worth a talk. The same in words stands above.
trend-axis-day = Day
trend-axis-points = Points
trend-none = There is nothing saved. Results are kept only when you say so after a check.
trend-off = Results are not counted here, so there is nothing to show.
trend-erase = Erase my results
trend-erased =
    { $count ->
        [0] There was nothing saved.
        [one] Gone: one result.
       *[other] Gone: { $count } results.
    }
