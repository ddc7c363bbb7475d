### Lo que ven los coordinadores de un trimestre terminado, y la única pregunta anónima. Sin revisar aún.

privacy-kept-count = Totales de este trimestre de un departamento, sin personas ni horas; se borran al terminar el trimestre
privacy-kept-quarter = Lo que los coordinadores pueden ver de trimestres pasados: rangos, nunca menos de 11
privacy-kept-pulse = Qué consejo lleva la pregunta del trimestre
privacy-kept-pulse-answered = Que contestaste la pregunta de un trimestre, para que cuente una vez. No lo que contestaste
privacy-moment-quarter = el primer día de ese trimestre

command-stats = Coordinadores: cómo van los consejos de tu departamento
department-stats = ¿Está funcionando?
stats-none-yours = /stats es para coordinadores de un departamento. Ahí no hay nada sobre ti.
stats-head = <b>{ $department }, trimestre por trimestre</b>
stats-none = Aún no termina ningún trimestre. Los números salen una vez, al terminar el trimestre, y no cambian.
stats-quarter = <b>{ $quarter }</b>
stats-quarter-name = { $year }, { $number ->
        [1] enero a marzo
        [2] abril a junio
        [3] julio a septiembre
       *[other] octubre a diciembre
    }
stats-tips = Consejos enviados: { $count }
stats-joined = Miembros al final: { $band }
stats-stayed-band = Parte que se quedó: { $least }% a { $most }%
stats-stayed-most = Parte que se quedó: { $least }% o más
stats-help = Tocaron "ayuda" bajo los consejos: { $band }
stats-question = "{ $question }" sí: { $yes }; en parte: { $partly }; no: { $no }
stats-hidden = no se muestra
stats-between = { $least } a { $most }
stats-many = más de { $most }
stats-small = Se unieron muy pocos para dar un número sobre ellos.
stats-how =
    Solo rangos. "No se muestra" quiere decir menos de 11, o algo que dejaría ver un número así. Los totales son de todo el departamento; no hay forma de preguntar por menos gente. Nada de esto viene de los chequeos ni de lo que la gente escribe.

    "Ayuda" cuenta a cada persona una vez por trimestre; tras un reinicio, alguna puede contar dos veces. No se cuenta a quien se unió ese mismo mes ni a los coordinadores.

## La única pregunta, bajo un consejo por trimestre

pulse-ask-helped = Una pregunta, sin nombres: ¿te sirvieron estos consejos?
pulse-ask-private = Una pregunta, sin nombres: ¿sientes que esto es privado?
pulse-question-helped = ¿Sirvieron estos consejos?
pulse-question-private = ¿Sienten que es privado?
pulse-yes = Sí
pulse-partly = En parte
pulse-no = No
pulse-thanks = Gracias. Tu respuesta se volvió una marca en un total, sin nombre ni hora. Los coordinadores ven un rango al terminar el trimestre, nunca menos de 11.
pulse-over = Esa pregunta ya se cerró, o ya la contestaste. Gracias.
