### Prácticas cortas que la gente pide recibir, cuándo llegan y las ocho semanas. Aún sin revisión.

command-prompts = Prácticas cortas, según tus turnos
menu-prompts = Prácticas cortas

## Pedirlas

prompts-intro =
    <b>Prácticas cortas, cuando las quieras</b>
    De uno a tres minutos: respirar, cuerpo, sueño, enojo, llegar a casa. Te mando dos por semana, nunca más de una al día, a la hora que elijas, cuando no duermas ni estés de servicio.

    Las paras con un toque. A nadie se le dice que las recibes. Mientras las recibas guardo tu número de chat y lo que elijas aquí, cifrado.
prompts-begin = Sí, dos por semana
prompts-show-one = Muéstrame una ahora
prompts-eight-weeks = Ocho semanas
prompts-back = Volver a las prácticas

## Dónde estás, para la hora

prompts-zone-ask = ¿Dónde estás? Solo lo necesito para la hora. Toca una opción o escribe tu ciudad.
prompts-zone-button = { $place }, { $clock }
prompts-zone-none = Ninguna de estas
prompts-zone-clock = ¿Qué hora marca tu reloj ahora? Toca la hora o escribe tu ciudad. Con solo la hora no puedo ajustar el horario de verano.
prompts-zone-unknown = No conozco ese lugar. Toca lo que marca tu reloj o escribe una ciudad más grande cerca de ti.
prompts-zone-set = Listo, { $place }: ahora { $clock }.

## La hora

prompts-window-ask = ¿Cuándo quieres que lleguen? Pueden llegar en cualquier minuto del horario que elijas. Si conozco tus turnos, evito tus horas de trabajo y de sueño.
prompts-window-any = Cuando no duerma ni trabaje
prompts-window-set = Listo, entre las { $from } y las { $to }.
prompts-window-anytime = Listo, a cualquier hora en que no duermas ni estés de servicio.

## Cómo está

prompts-on = <b>Las prácticas están activas</b>
prompts-state-paused = <b>Las prácticas están en pausa</b>
prompts-state-weekly = { $count ->
        [one] Una vez por semana como mucho.
        [2] Dos veces por semana como mucho.
        [7] Una vez al día como mucho.
       *[other] { $count } veces por semana como mucho.
    }
prompts-state-hard = Solo en días difíciles: ese día y los dos siguientes, una vez al día como mucho. Toca "Día difícil" cuando lo sea.
prompts-state-window = Entre las { $from } y las { $to }, hora de { $place }.
prompts-state-any-time = A cualquier hora en que no duermas ni estés de servicio, hora de { $place }.
prompts-state-course = Ocho semanas: semana { $week }. Un mensaje corto al día.
prompts-state-course-waits = Ocho semanas: te espera la semana { $week }.
prompts-state-shifts = Tus turnos están puestos. Hoy: { $today }.
prompts-state-no-shifts = Todavía no conozco tus turnos.
prompts-state-on-duty = En servicio también está bien.
prompts-state-next = La próxima: { $day }.
prompts-state-never = Con tus turnos, a esa hora siempre trabajas o duermes. Elige otra hora.
prompts-duty-day = turno de día
prompts-duty-night = turno de noche
prompts-duty-off = libre

prompts-hard-day = Día difícil
prompts-set-window = Hora
prompts-set-shifts = Mis turnos
prompts-set-pace = Cada cuánto
prompts-set-topics = Temas
prompts-set-place = Dónde estoy
prompts-set-duty-on = En servicio también
prompts-set-duty-off = No en servicio
prompts-pause = Pausa
prompts-resume = Seguir ahora
prompts-stop = Parar esto

## Cada cuánto y de qué

prompts-pace-ask = ¿Cuántas por semana? Si pasas un tiempo sin tocar ninguna, escribo menos por mi cuenta. Tras 30 días de silencio pregunto una vez y luego paro.
prompts-pace-1 = Una
prompts-pace-2 = Dos
prompts-pace-3 = Tres
prompts-pace-7 = Una al día
prompts-pace-hard = Solo en días difíciles
prompts-topics-ask = Toca lo que te interese. Si no marcas nada, te llega de todo. Escrito para:
prompts-topic-on = ✓ { $topic }
prompts-topics-done = Listo
prompts-reader-officer = Policías
prompts-reader-dispatcher = Despachadores
prompts-reader-family = Familia
prompts-theme-breath = Respirar
prompts-theme-body = Cuerpo
prompts-theme-attention = Atención
prompts-theme-sleep = Sueño
prompts-theme-anger = Enojo
prompts-theme-after_call = Después de un servicio duro
prompts-theme-connection = Gente
prompts-theme-meaning = Para qué hacemos esto
prompts-theme-home = Casa
prompts-theme-food_and_movement = Comida y movimiento

## Turnos

rota-ask = ¿Cómo trabajas? Lo uso para no escribirte en servicio ni mientras duermes. Se guarda cifrado.
rota-pattern-fixed_days = Días fijos
rota-pattern-fixed_nights = Noches fijas
rota-pattern-four_on_four_off = 4 por 4
rota-pattern-pitman = Pitman 2-2-3
rota-pattern-dupont = DuPont
rota-own = Mi propio ciclo
rota-none = Sin turnos
rota-kind-ask = ¿Días, noches o los dos?
rota-kind-days = Días
rota-kind-nights = Noches
rota-kind-both = Los dos, alternando
rota-off-ask = ¿Qué días descansas?
rota-off-pair = { $first } y { $second }
rota-today-ask =
    Este es el ciclo, fila por fila. D es turno de día, N de noche, – es libre; el número cuenta los días seguidos.
    Toca el cuadro que es hoy. Una noche pertenece al día en que empieza.
rota-square-D = D{ $number }
rota-square-N = N{ $number }
rota-square-off = –{ $number }
rota-own-ask = Toca tu ciclo día por día, desde el primero hasta que vuelve a empezar.
rota-own-so-far = Hasta ahora: { $cycle }
rota-own-D = Día
rota-own-N = Noche
rota-own-off = Libre
rota-own-undo = Deshacer
rota-own-done = Ese es el ciclo
rota-hours-ask = ¿De qué hora a qué hora es tu turno?
rota-hours-day = Turno de día { $from }–{ $to }
rota-hours-night = Turno de noche { $from }–{ $to }
rota-hours-change = Cambiar las horas
rota-set = Listo. No te escribo en servicio ni mientras duermes.
rota-cleared = Listo, sin turnos.

## Las cuatro respuestas a una práctica

prompts-did = Hecho
prompts-later = Ahora no
prompts-refuse = No es para mí
prompts-did-thanks = Bien. Eso es todo.
prompts-later-ask = Está bien. ¿Hasta cuándo?
prompts-later-tomorrow = Esta otra vez mañana
prompts-later-week = Una semana sin mensajes
prompts-later-month = Un mes sin mensajes
prompts-later-tomorrow-set = Listo, esta otra vez mañana.
prompts-later-set = Listo, nada antes del { $day }.
prompts-refused = Listo, esa ya no te llega.
prompts-refuse-theme = Nada sobre: { $topic }
prompts-refused-theme = Listo, nada más sobre eso. Si lo quieres otra vez: "Temas" en /prompts.
prompts-stopped = Listo, ya no llegan. Lo que guardaba para esto está borrado. Con /prompts empiezas de nuevo cuando quieras.
prompts-not-on = Las prácticas no están activas. No se te manda nada.

## Días difíciles, pausas, silencio

prompts-hard-heard = Siento que hoy sea un día difícil. Aquí va algo pequeño para ahora. Durante tres días solo elijo lo que se lee fácil.
prompts-hard-not-on = Siento que hoy sea un día difícil. Aquí va algo pequeño para ahora.
prompts-hard-call = Fue un servicio
prompts-hard-another = Otra
prompts-none-left = En los últimos 60 días ya viste todo lo que encaja. Más adelante habrá más.
prompts-still = Te he mandado prácticas cortas y llevamos un mes en silencio. ¿Todavía las quieres? Si no contestas, no vuelvo a preguntar y no llega nada más.
prompts-still-yes = Sí, que sigan llegando
prompts-still-no = No, parar
prompts-quiet = Unos días no te mando nada. Después siguen las prácticas.

## Ocho semanas

course-begin = Empezar la semana 1
course-week = <b>Semana { $week }: { $title }</b>
course-read = Leer la semana { $week }
course-next = Siguiente
course-previous = Atrás
course-page = { $page } de { $pages }
course-too-much = Esto me hace sentir peor
course-leave = Dejar las ocho semanas
course-left = Dejaste las ocho semanas. Se borró en cuál ibas.
course-on = Seguir
course-again = Otra vez la semana { $week }
course-set = Listo. La semana { $week } empieza con tu próximo mensaje.
course-started = Listo. La semana 1 empieza con tu próximo mensaje; también puedes leerla ya.
course-here = Vas en la semana { $week }.
course-keep = Algunas cosas que vale la pena conservar:
course-then-prompts = Dos prácticas cortas por semana
