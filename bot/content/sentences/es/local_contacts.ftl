### La ayuda propia de un departamento: lo que ven los miembros y cómo la cuidan los coordinadores. Sin revisar aún.

privacy-kept-local-contact = Los contactos propios de un departamento, como los escribieron sus coordinadores

## Lo que ven los miembros

local-find = { $department }: nuestra propia ayuda
local-list = <b>La ayuda propia de { $department }</b>
local-checked = Revisado el { $date } por los coordinadores de tu departamento, no por mí.
local-limits = No puedo comprobar lo que prometen. Pregunta antes de hablar: "¿Quién se entera de que llamé?"
local-what-eap = El programa de asistencia al empleado (EAP) de tu departamento: ayuda breve y gratuita que paga el departamento.
local-what-peer = El equipo de apoyo entre compañeros de tu departamento: gente de tu mismo trabajo que escucha.
local-what-chaplain = El capellán de tu departamento: alguien con quien hablar, con fe o sin ella.
local-what-crisis = El equipo de crisis de tu departamento: para las horas y los días después de un servicio duro.
local-what-other = Ayuda que tu departamento ofrece o paga.

## Cuidarlos

department-contacts = Contactos locales
local-none = Aún no hay contactos locales. Lo que agregues lo ven primero quienes se unieron a ustedes.
local-head = <b>{ $department }: contactos locales</b>
    Los miembros los ven primero cuando buscan ayuda. Las líneas de crisis van antes cuando puede haber una vida en juego.
local-line = { $number }. { $name } ({ $kind }), revisado el { $date }
local-line-old = { $number }. { $name } ({ $kind }), revisado el { $date }. <b>Muy viejo: los miembros no lo ven.</b>
local-add = Agregar un contacto
local-kind-eap = EAP
local-kind-peer = Apoyo entre compañeros
local-kind-chaplain = Capellán
local-kind-crisis = Equipo de crisis
local-kind-other = Otra cosa
local-ask-kind = ¿Qué es?
local-ask-name = ¿Cómo se llama? Manda el nombre, como lo conoce tu gente.
local-ask-who-answers = ¿Quién contesta? Una línea: una consejera, un policía capacitado, un servicio de llamadas.
local-ask-phone = ¿A qué número se llama? Con código de área, sin extensión.
local-ask-url = ¿Una página web? Manda la dirección. Tiene que empezar con https://
local-ask-hours = ¿Cuándo se puede llamar? En tus palabras: "lunes a viernes de 8 a 5", "a cualquier hora".
local-ask-privacy = ¿Quién se entera de que alguien llamó, y de qué? Con precisión: la gente decide por esta línea. "Las llamadas son privadas" no basta.
local-ask-for-family = ¿También puede usarlo la familia?
local-family-yes = Sí, la familia también
local-family-no = Solo policías
local-skip = No hay
# What may be typed in place of these buttons, each between commas.
local-none-words = no hay, no, ninguno, ninguna, nada, no tiene, no tenemos, no existe, sin página, sin teléfono, sin número
local-yes-words = sí, s, claro, claro que sí, sí por favor, por supuesto, la familia también, también la familia
local-no-words = no, n, para nada, sin familia, solo agentes, solo policías
local-stop = Parar
local-too-long = Es muy largo. Por favor, menos de { $most } caracteres.
local-empty = Necesito unas palabras para esto.
local-bad-phone = No puedo leer eso como número de teléfono. Mándalo con código de área, como 303-555-0100, o con +52 y así desde fuera.
local-bad-url = Necesito una dirección completa que empiece con https://
local-no-way = Necesita un teléfono o una página web, o nadie podrá contactarlo.
local-preview = Esto es lo que verán los miembros:
local-confirm = Al tocar "Lo revisé" dices que hoy llamaste al número o leíste la página.
local-i-checked = Lo revisé hoy. Mostrarlo
local-change = Cambiar algo
local-ask-change = ¿Qué hay que cambiar?
local-field-kind = Qué es
local-field-name = Nombre
local-field-who-answers = Quién contesta
local-field-phone = Teléfono
local-field-url = Página web
local-field-hours = Horario
local-field-privacy = Quién se entera
local-field-for-family = Familia
local-delete = Borrarlo
local-delete-sure = ¿Borrar { $name }? Los miembros ya no lo verán.
local-delete-yes = Sí, borrar
local-deleted = Borrado.
local-saved = Listo. Los miembros lo ven desde ahora. En 180 días te pediré revisarlo de nuevo; si no, dejan de verlo.
local-back = Todos los contactos locales
local-not-yours = Eso es para coordinadores de este departamento. No se cambió nada.
local-gone = Ese contacto ya no está.
local-old = <b>{ $department }</b>: { $name } se revisó por última vez el { $date }. Los miembros ya no lo ven. Llama al número y luego toca abajo.
