### /library: qué leer, oír o aprender. Aún sin revisión.

command-library = Cursos, podcasts, respuestas cortas
menu-library = Leer, escuchar, aprender
shelf-ask = Algo para leer, oír o aprender. Elige un estante. ¿Buscas a una persona con quien hablar? Usa /find.
shelf-title = <b>{ $name }</b>
shelf-plain = Toca un número para ver más.
shelf-answers-length = Respuestas cortas, más o menos un minuto cada una. Toca un número.
shelf-course-times = Cuando sabemos cuánto dura, lo decimos. Algunos son solo para agencias. Toca un número.
shelf-old-episodes = Lo más nuevo primero. Los episodios de The Beat son de 2013 a 2020. Confirma cualquier número que mencionen antes de usarlo.
shelf-old-reports = Algunos tienen varios años; cada uno dice lo que sabemos de su fecha. Toca un número.
shelf-length-short = Menos de 2 horas
shelf-length-day = Hasta un día
shelf-length-long = Más de un día
shelf-all = Todo el estante
shelf-others = Otros estantes
shelf-empty = No hay nada en este estante para donde estás.

need-shelf-courses = Cursos y capacitación
need-shelf-podcasts = Podcasts
need-shelf-reports = Informes, guías y reseñas
need-shelf-forums = Foros y grupos
need-shelf-websites = Páginas web
need-shelf-answers-private = Privacidad, trabajo, estigma
need-shelf-answers-help = Cómo se pide ayuda
need-shelf-answers-dark = Días oscuros, ansiedad, suicidio
need-shelf-answers-calls = Después de servicios duros
need-shelf-answers-body = Sueño, alcohol, ejercicio
need-shelf-answers-home = Casa, familia y pérdidas
need-shelf-answers-money = Dinero, lesión, retiro
need-shelf-answers-agency = Para agencias
need-shelf-answers-bot = Sobre este bot
