### Encontrar ayuda: las necesidades, la lista, la tarjeta. Aún sin revisión.

find-number = Toca el número debajo de la lista en vez de escribirlo. No guardo qué lista viste.
find-ask = ¿Con qué necesitas ayuda? Toca una, o escríbelo con tus palabras.
find-results = Esto es lo que mejor te sirve. Toca un número para ver más.
find-need = <b>{ $need }</b>
    Esto es lo que sirve. Toca un número para ver más.
find-none = No tengo eso. Conozco ayuda para policías y sus familias, y no voy a inventar.
    Una persona puede ayudarte a seguir:
find-young =
    Gracias por escribir. Vivir con ese trabajo en casa puede pesar mucho, y no te toca resolverlo a solas.
    Habla con una persona adulta de confianza: tu abuela, tu entrenador, alguien de orientación en la escuela. También puedes hablar con alguien aquí:
find-gone = Esa entrada ya no está.
find-entry = <b>{ $number }. { $name }</b>
find-entry-answer = <i>Una respuesta corta, un minuto de lectura</i>
find-more = Más
find-more-like-first = Más como la primera
find-page = pág. { $page }
find-page-of = <i>Página { $page } de { $pages }</i>
find-alike = <b>Más opciones como { $name }</b>
find-ways = <b>Otras formas de recibir ayuda como { $name }</b>
find-alike-none = No hay nada más parecido para donde estás. Mira otras necesidades o habla con una persona.
way-call = Por teléfono
way-write = Por escrito: mensaje, chat o correo
way-meet = En persona
way-online = En línea
find-other-needs = Otras necesidades

## Las necesidades, con las palabras del menú

need-talk = Hablar con alguien ahora
need-suicidal = Pensamientos de suicidio
need-peer = Alguien de la policía con quien hablar
need-incident = Después de un servicio duro
need-mood = Bajón, ansiedad o vacío
need-alcohol = Alcohol o drogas
need-sleep = Sueño y turnos
need-anger = Enojo
need-home = Pareja e hijos
need-abuse = Violencia en casa
need-therapist = Un terapeuta que entiende
need-private = Sin que nadie se entere
need-residential = Un lugar para irse a sanar
need-grief = Duelo y pérdida
need-injury = Lesión en el trabajo
need-money = Dinero y beneficios
need-retired = Dejar el trabajo o retirarse
need-faith = Capellán y fe
need-calm = Atención plena y ejercicio
need-spouse = Otras familias de policías
need-kids = Ayuda para nuestros hijos
need-safety = Seguridad en servicio
need-team = Crear equipo de apoyo entre compañeros
need-plan = Planear un programa de bienestar
need-talks = Hablar de esto, y del suicidio
need-training = Cursos y capacitación
need-reading = Podcasts y lectura
need-after = Después de una pérdida en la agencia
need-lists = Listas de líneas de ayuda

## Una tarjeta

card-who = <b>Quién contesta:</b> { $who }
card-open = <b>Horario:</b> { $hours }
card-hours-always = día y noche
card-hours-web = una página web, a toda hora
card-hours-unknown = no se sabe
card-hours-claim = { $hours }, según { $who }
card-open-always = Abierto ahora, día y noche
card-open-now = Abierto ahora
card-open-until = Abierto ahora, hasta { $until } hora de allá
card-closed = Cerrado ahora
card-closed-until = Cerrado ahora, abre { $until } hora de allá
card-cost = <b>Costo:</b> { $cost }
card-cost-free = gratis
card-cost-unknown = no se sabe, pregunta primero
card-languages = <b>Idiomas:</b> { $languages }
card-privacy = <b>¿Es privado?</b> { $privacy }
card-limits = <b>Lo que eso no cubre:</b> { $limits }
card-anonymous = Dicen que no hace falta dar tu nombre.
card-not-anonymous = No es anónimo.
card-privacy-unknown = No se sabe. Pregúntales primero qué comparten.
card-call = Llama: <b>{ $number }</b>{ $label }
card-text = Manda { $keyword } al <b>{ $number }</b>{ $label }
card-text-plain = Manda un mensaje al <b>{ $number }</b>{ $label }
card-whatsapp = WhatsApp: <b>{ $number }</b>{ $label }
card-chat = Chat: { $url }
card-web = Página: { $url }
card-web-unconfirmed = Página, sin confirmar: { $url }
card-email = Correo: { $email }
card-withheld = Hay un número que no pudimos confirmar, por eso no lo mostramos.
card-watch = <b>Ten en cuenta:</b> { $note }
card-checked = Revisado el { $date } con su fuente.
card-overdue = Última revisión: { $date }. Ya pasó tiempo. Confírmalo antes de contar con esto.
card-unconfirmed = No pudimos confirmar esta entrada. Verifícala antes de usarla.
card-renamed = Esta cambió de nombre.
card-not-for-individuals = Esto es para departamentos, no para personas.
card-generic = Cada agencia tiene la suya, así que no hay un número central. Así encuentras la tuya.
card-serves = Atiende: { $where }
card-share = <i>Puedes reenviar este mensaje a quien lo necesite.</i>
card-website = Abrir la página
card-more-like = Más opciones como esta
card-other-ways = Otras formas
language-name-en = inglés
language-name-es = español
language-name-fr = francés
language-name-asl = lengua de señas (ASL)
language-name-interpreters = intérpretes si los pides
language-name-multi = muchos idiomas
article-reviewed = <i>Comparado con sus fuentes el { $date }. Información general, no un consejo para tu caso.</i>

## FindTreatment.gov, solo si quien administra el bot lo activó

treatment-near = Buscar tratamiento cerca
treatment-ask =
    <b>Tratamiento cerca de ti</b>
    FindTreatment.gov es la lista del gobierno de EE. UU. de lugares de tratamiento con licencia.
treatment-ask-state = Toca tu estado y le pido a esa lista algunos lugares. De este bot solo salen el estado y el tipo de tratamiento. No sale nada sobre ti, y no guardo qué estado fue.
treatment-ask-zip = O escribe tu código postal (ZIP) de 5 dígitos. Hago un enlace a la lista de esa zona. No envío nada; la página te ve solo cuando abres el enlace.
treatment-looking = Buscando…
treatment-found =
    <b>FindTreatment.gov: { $state }</b>
    Algunos lugares de este estado, según la lista del gobierno. No los revisamos. Llama antes y pregunta si conocen el trabajo policial.
treatment-place = <b>{ $number }. { $name }</b>
    { $address }
treatment-phone = Llama: <b>{ $number }</b>
treatment-web = Página: { $url }
treatment-link = Ahora no pude obtener la lista. Puedes buscar en la página del gobierno.
treatment-zip = Este enlace abre la lista del gobierno cerca de { $zip }. No envié nada. La página te ve solo cuando lo abres. Usa tu propio teléfono, no uno del trabajo.
treatment-open = Abrir FindTreatment.gov
