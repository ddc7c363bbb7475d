### Los canales y grupos propios de un departamento, como lugar para sus consejos. Sin revisar aún.

privacy-kept-channel = Canales y grupos que un departamento vinculó para sus consejos; nadie de quienes leen ahí
privacy-kept-channel-post = Qué consejo se publicó en qué canal de un departamento
privacy-moment-planned-at = ese día

department-channels = Canales y grupos
channels-head = <b>{ $department }: canales y grupos</b>
    Los consejos para policías, y los que son para todos, se publican también ahí. Los que son solo para la familia, no.

    <b>Cuidado:</b> Telegram muestra quién está en un grupo, y los administradores de un canal ven a sus suscriptores. Yo nunca digo ahí nada sobre una persona.
channels-none = Aún no hay ninguno vinculado.
channels-line = { $number }. { $title }
channels-last-sent = El último consejo se publicó.
channels-last-planned = El próximo consejo espera.
channels-last-sending = El próximo consejo espera.
channels-last-refused = Telegram rechazó el último consejo: ¿sigo siendo administrador ahí?
channels-last-unknown = No se sabe si el último consejo llegó.
channels-last-skipped = El último consejo se detuvo.
channels-also = También se publica en: { $titles }
channels-add-channel = Vincular un canal
channels-add-group = Vincular un grupo
channels-add =
    Abre el enlace y elige dónde. Telegram te pide hacerme administrador con permiso de publicar: así sé que te toca decidirlo.

    Luego te pregunto aquí una vez más. Esto espera una hora.
channels-open = Elegirlo en Telegram
channels-ask = Me agregaste a <b>{ $title }</b>. ¿Se publican ahí también los consejos de { $department }?
channels-ask-group = Me agregaste a <b>{ $title }</b>. ¿Se publican ahí también los consejos de { $department }? En el grupo todos ven quién más está.
channels-yes = Sí, publicarlos ahí
channels-no = No
channels-linked = Listo. El próximo consejo se publica también en { $title }.
channels-declined = Está bien. No se publica nada ahí. Puedes quitarme.
channels-taken = Ese ya está vinculado.
channels-unlink = Desvincular { $title }
channels-unlinked = Desvinculado. Ya no se publica nada ahí. Puedes quitarme.
channels-not-yours = Eso es para coordinadores de este departamento. No se cambió nada.
channels-cant = No puedo publicar en { $title }. Hazme administrador con permiso de publicar e inténtalo de nuevo.
channel-post-way = Háblame en privado
channel-post-foot = Lo que me escribes en privado no se le muestra a nadie aquí.
