### Consejos que manda un departamento: elegir, escribir, revisar, aprobar, seguir. Aún sin revisión.

## Lo que se guarda, por su nombre

privacy-kept-broadcast = Consejos de un departamento que esperan, van en camino o ya salieron; sus palabras se borran al terminar
privacy-kept-ledger = Qué consejos de tu departamento te llegan, para que ninguno llegue dos veces
privacy-kept-watch = Qué mensaje de tu chat muestra cómo va un consejo
privacy-kept-reach = Cuántos policías y familiares se unieron a un departamento, más o menos
privacy-kept-audit = Qué hicieron los coordinadores y cuándo, sin nombres

## Debajo de cada consejo

tip-from = <i>De tu departamento. No puede ver quién lo recibió ni quién lo leyó.</i>
tip-help = Hablar con alguien
tip-stop = No más consejos
tip-stopped = Saliste de tu departamento aquí. Ya no llegan consejos. Ya no queda registro de que estabas aquí. Toda la ayuda sigue funcionando.
tip-help-here = Estas personas responden. No necesitas un motivo para llamar.
tip-preview = Esto es una muestra. El botón funciona en el mensaje real.

## De qué tratan los consejos

tip-topic-sleep = Sueño
tip-topic-shift-work = Turnos
tip-topic-stress = Estrés
tip-topic-after-incident = Después de algo duro
tip-topic-peer-support = Apoyo entre compañeros
tip-topic-getting-help = Buscar ayuda
tip-topic-suicide-prevention = Prevención del suicidio
tip-topic-family = Familia
tip-topic-alcohol = Alcohol
tip-topic-money = Dinero
tip-topic-fitness = Estado físico
tip-topic-injury = Lesiones
tip-topic-grief = Duelo
tip-topic-retirement = Retiro
tip-topic-dispatchers = Despachadores
tip-topic-holidays = Fiestas
tip-topic-court = Tribunal
tip-topic-leadership = Dirigir a otros

## Elegir y escribir

command-broadcast = Mandar un consejo a tu departamento (coordinadores)
broadcast-not-yours = Solo quienes coordinan un departamento pueden mandar consejos aquí. Toda la ayuda funciona sin eso. /start la muestra.
broadcast-gone = Ese borrador ya no está. Nada salió dos veces. Con /broadcast empiezas otro.
broadcast-which = ¿Para qué departamento?
broadcast-source =
    ¿Qué quieres mandar?

    Primero lo ves tú, tal como lo verán los miembros. Nada sale antes de que lo digas.
broadcast-library = Un consejo de la biblioteca
broadcast-write = Escribir uno propio
broadcast-going-waiting = Espera aprobación: { $topic }
broadcast-going-scheduled = Listo: { $topic }
broadcast-going-running = En camino: { $topic }
broadcast-going-paused = En pausa: { $topic }
broadcast-topic = ¿De qué trata?
broadcast-tips = Toca uno para leerlo entero.
broadcast-use = Usar este
broadcast-other-tip = Otro consejo
broadcast-other-topic = Otro tema
broadcast-writing =
    Mándame ahora el consejo, en un solo mensaje. Idioma: { $language }.

    Las negritas, las cursivas y los enlaces se quedan. Puedes mandar una foto con el texto debajo. Reviso las palabras antes de que salga nada.
broadcast-write-in = Escribirlo en { $language }
broadcast-without = Dejarlo sin este idioma
broadcast-throw-away = Descartar
broadcast-thrown-away = Descartado. No salió nada.
broadcast-no-words = Un consejo necesita palabras. Manda la foto otra vez con texto debajo, o manda texto.
broadcast-too-long = Es demasiado largo para un mensaje. Caben 3000 caracteres. Lo corto se lee.
broadcast-too-long-photo = Es demasiado largo debajo de una foto. Caben 700 caracteres.
broadcast-about =
    Antes de seguir: ¿se trata de ti?

    Si es así, dejo el borrador y hablamos de ti. Si es para el consejo, seguimos.
broadcast-about-me = Es sobre mí
broadcast-about-tip = Es para el consejo

## Lo que se encontró en las palabras

broadcast-finding-must = <b>Esto tiene que cambiar antes de salir.</b> Por revisar: { $left }.
broadcast-finding-may = <b>Vale la pena mirarlo otra vez.</b> Por revisar: { $left }.
broadcast-again = Escribirlo otra vez
broadcast-keep = Dejar mis palabras
broadcast-written = Se lee bien.
broadcast-written-more = Se lee bien. A quien tiene otro idioma le llega así, si no agregas el suyo.
broadcast-instead = ¿Tus palabras nuevas van en lugar de las que leí antes? Solo puede salir una versión.
broadcast-instead-new = Usar las nuevas
broadcast-instead-old = Dejar las de antes
broadcast-go-on = Seguir

lint-own-danger = Estas palabras dicen que tú corres peligro. Así no pueden salir. Si hablan de ti, toca abajo y hablamos de ti.
lint-own-danger-instead = Si hablan de otras personas, escribe “pensamientos de suicidio” y dónde pedir ayuda.
lint-committed = Estas palabras hacen que el suicidio suene a delito o a logro.
lint-committed-instead = Escribe “murió por suicidio”, o “un intento de suicidio”.
lint-method = Esto dice cómo. Para alguien en riesgo, un método es una pista.
lint-method-instead = Quita la forma. “Murió por suicidio” basta.
lint-method-place = Esto dice cómo o dónde murió alguien. Se sabe que esos detalles llevan a más muertes.
lint-method-place-instead = Quita el lugar, el arma y cualquier nota. Di qué ayuda hay.
lint-confidential = Esto promete más de lo que alguien puede cumplir. Todo servicio tiene límites, y la gente se entera.
lint-confidential-instead = Di quién puede ver qué, y cuándo tiene que avisar: “El equipo de apoyo no le cuenta al jefe, salvo que haya una vida en riesgo.”
lint-shame = Esto culpa. Quien piensa en el suicidio sentirá que le hablas, y callará.
lint-shame-instead = Di lo que le dirías a un amigo: “Le puede pasar a quien carga mucho. Queremos escucharte.”
lint-glory = Esto hace que morir suene a alivio o a honor.
lint-glory-instead = Honra cómo vivió. No le des un sentido a cómo murió.
lint-single-cause = Esto nombra una sola causa. Nunca hay una sola.
lint-single-cause-instead = Escribe “se juntaron muchas cosas”, y quita lo demás.
lint-alarm = Las palabras alarmantes hacen que suene normal o imparable.
lint-alarm-instead = Usa palabras simples, con un número y su fuente, y di que la ayuda funciona.
lint-everybody = Esto hace que el suicidio suene a algo que hacen todos.
lint-everybody-instead = Di que la mayoría de quienes tienen esos pensamientos salen adelante, y cómo.
lint-verdict = Esto le dice a la gente qué tiene, o promete una cura. Un consejo no puede saberlo.
lint-verdict-instead = Di qué puede notar la gente, y con quién hablarlo.
lint-duty = Esto suena a orden. La ayuda que parece una orden no se usa.
lint-duty-instead = Invita: “Puedes …”, “Si quieres …”.
lint-reply = Aquí nadie lee las respuestas, y no puedo pasarlas.
lint-reply-instead = Da un número o un nombre que la gente pueda encontrar.
lint-report-a-colleague = Esto pide dar el nombre de un compañero. Después nadie vuelve a confiar en este canal.
lint-report-a-colleague-instead = Di cómo ayudar a un compañero: preguntar, escuchar, quedarse, y llamar juntos.
lint-tracking = Este enlace es corto o lleva un rastreador. Le cuenta a alguien quién lo abrió.
lint-tracking-instead = Usa la dirección completa de la página, sin nada después del signo de pregunta.
lint-plain-link = Este enlace no va cifrado. Cualquiera en la misma red puede ver lo que se lee.
lint-plain-link-instead = Usa la dirección que empieza con https.
lint-person = Esto parece nombrar a una persona.
lint-person-instead = No escribas sobre nadie a quien se pueda reconocer. Nombrar a alguien de apoyo que aceptó está bien.
lint-place = Esto no dice adónde acudir. Debajo va un botón de ayuda, pero las palabras pesan más.
lint-place-instead = Termina con un lugar: un número, el equipo de apoyo, el EAP, un capellán. En EE. UU.: “Llama o escribe al 988”.
lint-statistics = Un número sin fuente es una suposición, y se repite.
lint-statistics-instead = Di de dónde es y de qué año, o quítalo.
lint-grade = Esto es difícil de leer en un teléfono después de un turno.
lint-grade-instead = Frases más cortas. Una idea en cada una. Palabras de todos los días.

## A quién y cuándo

broadcast-audience = ¿Para quién es?
broadcast-to-officers = Policías
broadcast-to-family = Familia
broadcast-to-both = Policías y familia
broadcast-time =
    ¿Cuándo debe salir? También puedes escribir la hora: 14:30, mañana a las 8, en 2 horas, o 2026-12-24 09:00.

    Tu reloj: { $zone }.
broadcast-no-time = No puedo leer eso como una hora que viene. Escribe 14:30, mañana a las 8, en 2 horas, o 2026-12-24 09:00, o toca un botón.
broadcast-too-far = Falta demasiado para eso. Un consejo se puede planear hasta { $days } días antes. Escribe una hora más cercana, o toca un botón.
broadcast-at-now = Ahora
broadcast-at-hour = En una hora
broadcast-at-tomorrow = Mañana a las 9:00
broadcast-at-monday = El próximo lunes a las 9:00
broadcast-waking-on = Solo de 8:00 a 20:00 donde están: sí
broadcast-waking-off = Solo de 8:00 a 20:00 donde están: no
broadcast-confirm = Arriba está lo que reciben los miembros. Idiomas: { $languages }.
broadcast-confirm-whom = Para: { $whom }. Se unieron: { $reach }, contadas una vez por semana.
broadcast-when-now = Cuándo: ahora.
broadcast-when-at = Cuándo: { $day }, { $time } ({ $zone }).
broadcast-confirm-waking = A quien duerme le llega en su mañana.
broadcast-confirm-any-hour = Sale a cualquier hora, también de noche.
broadcast-confirm-second = Antes tiene que aprobarlo otra persona que coordine.
broadcast-hand-in = Pedir aprobación
broadcast-send = Mandarlo
broadcast-change-time = Cambiar la hora
broadcast-handed-in = Entregado.

## Cómo va

broadcast-state-waiting = <b>Espera a otra persona que coordine.</b>
broadcast-state-scheduled = <b>Listo.</b> Sale solo.
broadcast-state-running = <b>En camino.</b>
broadcast-state-paused = <b>En pausa.</b> Nada sale hasta que lo digas.
broadcast-state-done = <b>Terminado.</b>
broadcast-state-cancelled = <b>Cancelado.</b> Algunas personas quizás ya lo tienen.
broadcast-state-cancelled-unsent = <b>Cancelado.</b> No salió nada.
broadcast-state-declined = <b>Rechazado.</b> No salió nada.
broadcast-state-expired = <b>Terminó después de 30 días.</b> Quizás a alguien no le llegó.
broadcast-about-what = { $topic }, para { $whom }. Se unieron: { $reach }.
broadcast-no-bar = Con esta cantidad de personas tarda menos de un minuto, o hasta que despierte la última. No muestro barra, para que nadie pueda contarlas.
broadcast-pace = Unos { $rate } por segundo. { $minutes ->
        [one] Falta alrededor de un minuto.
       *[other] Faltan unos { $minutes } minutos.
    }
broadcast-report = Sin llegar: { $missed }. Salieron, pararon el bot, o ahora no se les escribe. Nunca digo cuál.
broadcast-report-unsure = Sin certeza: { $unsure }. Si algo falló en el camino, a unas les llegó y a otras quizás no. No se manda otra vez.
broadcast-declined = Otra persona que coordina rechazó tu consejo: { $topic }. No salió nada. Pregúntale por qué y empieza otro con /broadcast.
broadcast-alone = Ya nadie más coordina tu departamento, así que nadie puede aprobar tu consejo: { $topic }. Cancélalo y mándalo otra vez con /broadcast: si nadie más coordina, no hace falta aprobación. O pide a quien administra este bot que invite a otra persona.
broadcast-late = Llegó la hora de tu consejo ({ $topic }) y nadie lo ha aprobado. Sale cuando otra persona que coordine lo apruebe. Recuérdaselo, o cancélalo.
broadcast-let-go = Ya no coordinas este departamento. Aquí no hay nada que hacer.
broadcast-act-approve = Aprobar
broadcast-act-decline = Rechazar
broadcast-act-pause = Pausar
broadcast-act-resume = Seguir
broadcast-act-cancel = Cancelarlo
