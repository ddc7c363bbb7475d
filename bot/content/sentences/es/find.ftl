### Encontrar ayuda: las necesidades, la lista, la tarjeta. Aún sin revisión.

find-ask = ¿Con qué necesitas ayuda? Toca una, o escríbelo con tus palabras.
find-results = Esto es lo que mejor te sirve. Toca un número para ver más.
find-need = <b>{ $need }</b>
    Esto es lo que sirve. Toca un número para ver más.
find-none = No tengo eso. Conozco ayuda para policías y sus familias, y no voy a inventar.
    Una persona puede ayudarte a seguir:
find-gone = Esa entrada ya no está.
find-entry = <b>{ $number }. { $name }</b>
find-more = Más
find-other-needs = Otras necesidades

## Las necesidades, con las palabras del menú

need-talk = Hablar con alguien ahora
need-suicidal = Pensamientos de suicidio
need-peer = Un policía con quien hablar
need-incident = Después de un servicio duro
need-mood = Bajón, ansiedad o vacío
need-alcohol = Alcohol o drogas
need-sleep = Sueño y turnos
need-anger = Enojo
need-home = Pareja e hijos
need-abuse = Violencia en casa
need-therapist = Un terapeuta que entiende
need-residential = Un lugar para irse a sanar
need-grief = Duelo y pérdida
need-injury = Lesión en el trabajo
need-money = Dinero y beneficios
need-retired = Dejar el trabajo o retiro
need-faith = Capellán y fe
need-calm = Atención plena y ejercicio
need-spouse = Otras familias de policías
need-kids = Ayuda para nuestros hijos
need-team = Crear un equipo de pares
need-training = Cursos y capacitación
need-reading = Podcasts y lectura
need-after = Después de una pérdida en la agencia

## Una tarjeta

card-who = <b>Quién contesta:</b> { $who }
card-open = <b>Horario:</b> { $hours }
card-hours-always = día y noche
card-hours-web = una página web, a toda hora
card-hours-unknown = no se sabe
card-hours-claim = { $hours }, según { $who }
card-open-now = { $hours } (abierto ahora)
card-open-until = { $hours } (abierto ahora, hasta { $until })
card-closed = { $hours } (cerrado ahora)
card-closed-until = { $hours } (cerrado ahora, abre { $until })
card-cost = <b>Costo:</b> { $cost }
card-cost-free = gratis
card-cost-unknown = no se sabe, pregunta primero
card-languages = <b>Idiomas:</b> { $languages }
card-privacy = <b>¿Es privado?</b> { $privacy }
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
card-unconfirmed = No pudimos confirmar esta entrada. Tómala con cuidado.
card-renamed = Esta cambió de nombre.
card-not-for-individuals = Esto es para departamentos, no para la necesidad de una persona.
card-generic = Cada agencia tiene la suya, así que no hay un número central. Así encuentras la tuya.
card-serves = Atiende: { $where }
card-website = Abrir la página
card-more-like = Más como esto
card-other-ways = Números para llamar ahora
language-name-en = inglés
language-name-es = español
language-name-fr = francés
language-name-asl = lengua de señas (ASL)
language-name-interpreters = intérpretes si los pides
language-name-multi = muchos idiomas
article-reviewed = <i>Comparado con sus fuentes el { $date }. Información general, no un consejo para tu caso.</i>
