### Quién puede ver qué, qué se guarda, y cómo se borra todo.

privacy-title = <b>Quién puede ver qué</b>
privacy-short =
    Lo que escribes no se guarda, no queda en ningún registro y no se le muestra a nadie. Este programa lo lee, lo compara y lo olvida. Ninguna persona lo lee.

    Lo que se guarda está bajo un código hecho con tu número de Telegram, no bajo tu nombre. Tu departamento no ve nada de eso.

    Telegram guarda su propia copia de este chat. Los chats con bots no están cifrados de extremo a extremo.
privacy-more-kept = Qué se guarda
privacy-more-who = Quién podría saber qué
privacy-more-phone = Tu teléfono y este chat
privacy-more-export = Muéstrame lo mío
privacy-more-forget = Borrarlo todo
privacy-back = ‹ Atrás
privacy-kept-title = <b>Qué se puede guardar, y por cuánto tiempo</b>
privacy-kept-yours = Sobre una persona, bajo un código:
privacy-kept-others = Sobre ninguna persona:
privacy-kept-line = • { $what }{ $sealed ->
        [yes] {" "}(cifrado)
       *[no] {""}
    }. { $until }.
privacy-kept-none = Quien solo busca ayuda no deja nada de esto.
privacy-until = { $days ->
        [0] Hasta que { $moment }
        [one] Por { $days } día desde { $moment }
       *[other] Por { $days } días desde { $moment }
    }
privacy-until-you = Hasta que lo borres o te salgas
privacy-until-house = Mientras el bot esté en marcha
privacy-moment-seen-on = tu última visita
privacy-moment-expires-at = se acabe su tiempo: como mucho unos días después de tu última respuesta
privacy-moment-answered-at = la respuesta
privacy-moment-due-at = esa hora
privacy-moment-done-at = ese día
privacy-moment-moved-on = su último paso
privacy-moment-kept-until = pasen unos días desde que terminó
privacy-moment-taken-on = ese día
privacy-who =
    <b>Quién podría saber qué</b>

    <b>Tu jefe, tu departamento:</b> nada sobre ti. Los coordinadores ven rangos como "menos de 11 se unieron", nunca quién.

    <b>Quien administra el servidor:</b> códigos, idiomas, países, fechas. Ni nombres ni lo que escribiste. Con la clave secreta del servidor y tu número de Telegram podría saber que un código es tuyo y abrir lo cifrado.

    <b>Un juez:</b> lo que tiene el servidor, como arriba. Lo que nunca se guardó no se puede entregar. A Telegram le pueden pedir su propia copia.

    <b>Una copia de seguridad robada:</b> nada sin la clave secreta. Cuando borras, tu propia clave se destruye, y las copias anteriores ya no dicen nada de ti.

    <b>Tu familia:</b> nada aquí. Los registros de policías y de familias nunca se juntan.
privacy-phone =
    <b>Tu teléfono y este chat</b>

    Telegram guarda este chat en sus servidores. Quien tenga tu teléfono desbloqueado, o tu cuenta abierta en otro lado, puede leerlo.

    Un teléfono del departamento puede mostrarlo todo. Usa el tuyo.

    /clear quita lo que los dos escribimos aquí. Telegram se lo permite a un bot por 48 horas; lo más viejo lo borras tú: abre el menú del chat y toca "Eliminar chat".

    Si tienes prisa, escribe <code>{ $word }</code>. Borra lo que se guarda sobre ti y vacía este chat al instante, sin preguntar.
privacy-panic-words = borratodo, borra todo
privacy-panic-done = Nada nuevo.
privacy-panic-later = Nada nuevo. Más tarde: /forget
privacy-cleared =
    Quité todo lo que encontré aquí.
privacy-cleared-partly =
    Quité lo que Telegram me dejó. Los mensajes de más de 48 horas se quedan. Para quitarlos, abre el menú de este chat y toca "Eliminar chat".
privacy-export-none = No se guarda nada sobre ti.
privacy-export-title = <b>Esto es todo lo que se guarda sobre ti</b>
privacy-export-line = • <b>{ $what }</b>, { $age ->
        [0] de hoy
        [one] de hace { $age } día
       *[other] de hace { $age } días
    }. { $until }:
    { $value }
privacy-export-until = Se guarda hasta el { $day }
privacy-export-until-you = Se guarda hasta que lo borres
privacy-export-file = Lo mismo en un archivo. Bórralo cuando lo hayas leído.
privacy-export-button = En un archivo (JSON)
privacy-forget-ask = ¿Borrar todo lo que se guarda sobre ti? Puedes volver cuando quieras, como si fuera la primera vez.
privacy-forget-yes = Sí, borrar
privacy-forget-no = No, dejarlo
privacy-forgotten-title = <b>Borrado.</b>
privacy-forgotten-line = • { $what }: { $count }
privacy-forgotten-none = Aquí no había nada sobre ti.
privacy-forgotten-end =
    Aquí no queda nada sobre ti, y la clave que lo abría está destruida, también para las copias de seguridad. Telegram todavía tiene este chat: /clear quita lo que se pueda.
privacy-kept = Está bien. No cambió nada.
command-clear = Vaciar este chat
privacy-kept-member = Lo que elegiste
privacy-kept-conversation = En qué punto va una conversación
privacy-kept-answered-update = Números de mensajes ya contestados, para no contestar dos veces
privacy-kept-check-back = Una hora a la que me pediste escribirte
privacy-kept-score = Un resultado de un chequeo que pediste guardar
privacy-kept-subscription = Tus prácticas: cuándo llega la próxima, tus horas, turnos y temas, y cuáles te llegaron en 60 días
