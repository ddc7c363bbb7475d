# Los propios resultados guardados: lo mismo en imagen y en palabras.

trend-title = <b>Tus resultados guardados</b>
trend-line = { $day }: { $points } de { $top }, { $says }
trend-more = Los anteriores están en la imagen y en /export.
trend-how =
    Subir y bajar es normal. Si una línea sube durante semanas, vale la pena hablarlo con alguien.

    Esto lo ves tú y nadie más aquí. Un juez podría obligar a quien administra este bot y tiene su clave a abrir lo guardado.
trend-caption = Tus resultados guardados. Cada marca es un día. Por encima de la línea punteada, vale la pena hablarlo. Lo mismo en palabras está arriba.
trend-axis-day = Día
trend-axis-points = Puntos
trend-none = No hay nada guardado. Los resultados se guardan solo si lo dices después de un chequeo.
trend-off = Aquí no se cuentan resultados, así que no hay nada que mostrar.
trend-erase = Borrar mis resultados
trend-erased =
    { $count ->
        [0] No había nada guardado.
        [one] Borrado: un resultado.
       *[other] Borrados: { $count } resultados.
    }
