### El chequeo. Sin emojis aquí. Una idea por mensaje. Aún sin revisión clínica.
### Pasos y orden: content/flows/checkin.toml. Las razones: docs/checkin.md.

## Para todos

checkin-yes = Sí
checkin-no = No
checkin-rather-not = Prefiero no decirlo
checkin-ok = Sí, empecemos
checkin-leave-out = Mejor no
checkin-skip = Saltar
checkin-stop = Parar aquí
checkin-go-on = Seguir
checkin-another-tip = Otra cosa
checkin-of = <i>{ $at } de { $all }</i>
checkin-start-over = Empezar de nuevo
checkin-begin = Hacer un chequeo
command-check = Un chequeo de tres minutos
menu-check = Ver cómo estoy

## Qué es esto

checkin-hello =
    <b>Un chequeo.</b> Unos tres minutos, una pregunta a la vez.

    Soy un programa. Nadie está mirando. Guardo tus respuestas, cifradas, solo hasta que terminemos, 12 horas como máximo. Después no queda nada, salvo que tú lo pidas.

    Usa tu propio teléfono. Sin nombres ni detalles de casos. Puedes saltar o parar cuando quieras.
    .start = Empezar
    .vent = Solo quiero desahogarme
    .later = Ahora no
checkin-today = ¿Cómo va el día de hoy, de 0 (lo peor) a 10 (muy bien)?
checkin-says-low = Es un día duro. Gracias por decirlo claro.
checkin-says-mid = Ni lo peor ni lo mejor.
checkin-says-high = Qué bueno.

## Paso 1. Las preguntas del ASQ, palabra por palabra

checkin-asq-first = Ahora, cuatro preguntas de sí o no que le hago a todo el mundo. Vienen palabra por palabra de un cuestionario médico; por eso dicen "usted". Preguntar de frente ayuda, y tu departamento nunca lo ve.
checkin-asq-1 = En las últimas semanas, ¿ha deseado estar muerto?
checkin-asq-2 = En las últimas semanas, ¿ha sentido que usted o su familia estarían mejor si estuviera muerto?
checkin-asq-3 = En la última semana, ¿ha estado pensando en suicidarse?
checkin-asq-4 = ¿Alguna vez ha intentado suicidarse?
checkin-says-straight = Gracias por responder. Si eso cambia algún día, escribe /crisis, a cualquier hora.

## Paso 2. Lo que pesa

checkin-weighs = ¿Qué es lo que más pesa ahora?
    .call = Un servicio duro
    .worry = Me preocupa mi familiar policía
    .sleep = El sueño
    .home = La casa
    .drinking = El alcohol
    .theirs = Alguien cercano bebe
    .job = El trabajo o el jefe
    .money = El dinero
    .other = Otra cosa
    .hurt = Podría lastimar a alguien
    .nothing = Nada en especial
checkin-weighs-family = Esto es sobre ti, no sobre tu familiar policía. ¿Qué es lo que más pesa ahora?
    .drinking = Lo que yo bebo
    .home = Nosotros en casa
checkin-says-call = Hay servicios que te siguen hasta la casa. No es debilidad. Es lo que le hacen a la gente.
checkin-says-worry = Cargas esto por dos. Eso desgasta.
checkin-says-sleep = Dormir poco hace que todo pese más. Con los turnos le pasa a casi todo el mundo.
checkin-says-home = Cuando en casa todo está difícil, no hay dónde quitarse el equipo.
checkin-says-drinking = Decirlo cuesta. Cerca de 1 de cada 4 policías bebe más de lo que le conviene.
checkin-says-drinking-family = Decirlo cuesta. No te pasa solo a ti.
checkin-says-theirs = Vivir al lado de alguien que bebe agota. No te toca arreglarlo sin ayuda.
checkin-says-job = Muchas veces pesa más la oficina que la calle. Eso también desgasta.
checkin-says-money = La preocupación por el dinero te sigue a todas partes. Pesa de verdad.
checkin-says-other = Está bien. No tienes que ponerle nombre.
checkin-says-nothing = Qué bueno. Mirarlo de vez en cuando también ayuda.
checkin-call = Sin detalles, por favor. Solo: ¿hace cuánto fue?
    .recent = En los últimos 30 días
    .older = Hace más tiempo
    .many = Muchos, a lo largo de años
checkin-home = Algo que le pregunto a todo el mundo aquí. ¿Estás a salvo en tu casa?
    .distance = Sí. Son peleas o distancia
    .unsafe = No, corro peligro ahí
    .hurt = Podría lastimar a alguien
checkin-worry = Antes, una cosa. ¿Temes que pueda quitarse la vida?
    .yes = Sí
    .unsure = No lo sé bien
    .no = No, son otras cosas
checkin-listen = ¿Qué te ayudaría más ahora?
    .vent = Solo quiero desahogarme
    .tonight = Algo para esta noche
    .person = Alguien con quien hablar
    .go_on = Seguir con el chequeo
checkin-vent = Escribe todo lo que quieras. No lo guardo ni doy consejos. No pongas nombres ni datos de casos.
    .enough = Es todo por ahora
    .person = Alguien con quien hablar
checkin-vent-heard = Te leo. Sigue, si hay más.
checkin-before-going-on = Gracias por desahogarte. Eso ya cuenta. ¿Hacemos el chequeo ahora?
    .go_on = Sí, seguimos
    .person = Alguien con quien hablar
    .done = No, ya es suficiente
checkin-listen-more = Gracias por desahogarte. ¿Qué te ayudaría ahora?
    .go_on = Seguir con el chequeo
    .tonight = Algo para esta noche
    .person = Alguien con quien hablar

## Paso 3. Cuatro preguntas y lo que dicen

checkin-offer = Puedes saltar cualquiera. ¿Empezamos?
checkin-sex = Los límites habituales son distintos para mujeres y hombres. ¿Cuál es tu caso?
    .woman = Mujer
    .man = Hombre
checkin-result = <b>Tu resultado</b>
    .what_now = ¿Y ahora?
    .more = Ver más a fondo
    .keep = Guardar este resultado
checkin-incomplete = Dejaste algo sin responder, así que no hay nada que sumar. Está bien.
checkin-no-score = Hoy sin puntaje, y no hace falta.
checkin-hope = Lo que pesa en este trabajo le pesa a mucha gente, y puede mejorar. Preguntar a tiempo te deja más opciones.
checkin-hope-family = Vivir con este trabajo también les pesa a las familias. Puede mejorar, y tú también importas.
checkin-no-verdict = Son unas pocas preguntas, no un examen. Si no encaja con lo que sientes, créele a lo que sientes.
checkin-keep-ask = ¿Te guardo este resultado? Solo qué preguntas, el día y el puntaje, cifrado, para que veas cómo va con el tiempo. Nunca tus respuestas. Puedes borrarlo cuando quieras. Un juez podría exigir lo que está guardado.
    .yes = Sí, guárdalo
checkin-says-kept = Guardado. La próxima vez, /check te muestra cómo va.
checkin-says-not-kept = Está bien. No se guarda nada.
checkin-after-keeping = ¿Y ahora?
    .what_now = Un próximo paso
    .more = Ver más a fondo
checkin-my-results = Mis resultados guardados
checkin-deeper = Elige una, si quieres. Cada una tiene más preguntas. No se guarda nada, salvo que tú lo pidas.
    .mood = Ánimo bajo (9 preguntas)
    .nerves = Preocupación y nervios (7)
    .drinking = Alcohol (3)
    .after = Después de algo malo (6)
    .what_now = No. ¿Y ahora?
checkin-when = ¿Se trata de un hecho en particular? Sin detalles. Solo: ¿hace cuánto fue?
    .recent = En los últimos 30 días
    .older = Hace más tiempo
checkin-too-early = Entonces es pronto para esa. En las primeras semanas es común dormir mal, sobresaltarse y revivir imágenes. Sirve a partir del día 30. Puedo preguntarte de 0 a 10 otra vez en una semana. Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .week = Pregúntame en una semana
    .what_now = ¿Y ahora?

## Paso 4. Un próximo paso

checkin-next = <b>Un próximo paso</b>, el que menos te expone:
    .will = Lo voy a hacer
    .another = Otra forma
    .in_the_way = Algo me frena
    .not_now = Ahora no
checkin-next-other = <b>Otra forma:</b>
checkin-way-clinician = Un terapeuta fuera de tu agencia que conozca el trabajo policial. La respuesta de abajo dice cómo encontrarlo y qué preguntar antes de la primera cita.
checkin-way-own-doctor = Alguien profesional para ti. La respuesta de abajo dice cómo encontrarlo.
checkin-way-open = Cómo encontrarlo
checkin-way-more = Más sobre esto
checkin-chief = <b>Qué le pueden decir a tu jefe:</b>
checkin-chief-family = <b>Qué pueden contar a otros:</b>
checkin-chief-line = No trabajan para tu departamento.
checkin-chief-agency = Lo paga o lo dirige tu agencia.
checkin-chief-clinician = Si lo pagas tú, ningún cobro al seguro pasa por el trabajo. Pregunta por los límites antes de empezar.
checkin-barrier = Está bien. ¿Qué te frena?
    .work_hears = Alguien se va a enterar
    .lose_job = Mi arma o mi trabajo
    .no_use = No va a servir
    .not_bad = No es para tanto
    .no_words = No sé qué decir
checkin-says-work-hears = Puedes preguntarles antes de dar un nombre: "¿Qué contarían y a quién?" Después decides.
checkin-says-lose-job = Ese miedo es real y mucha gente lo tiene. Hablar con una línea externa no es un examen de aptitud. Preguntar a tiempo te deja más opciones que esperar.
checkin-says-no-use = Quizá no lo arregle. Una charla es un comienzo, y puedes colgar cuando quieras.
checkin-says-not-bad = No tiene que ser grave. La gente llama por el sueño, una pelea en casa, un servicio que no se va de la cabeza.
checkin-says-no-words = Puedes decir: "No sé bien cómo empezar. Últimamente ha sido mucho." Desde ahí te van guiando.
checkin-after-barrier = Entonces, ¿qué tal ese paso?
    .will = Lo voy a intentar
    .another = Otra forma
    .not_now = Ahora no
checkin-says-will = Bien. Un paso pequeño cuenta.
checkin-says-ok = Está bien. Tú decides. Los números siguen aquí.
checkin-back = ¿Quieres que te vuelva a preguntar? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .tomorrow = Sí, mañana
    .week = Sí, en una semana
    .no = No, gracias
checkin-says-tomorrow = Te escribo mañana, más o menos a esta hora. Con un toque lo paras.
checkin-says-week = Te escribo en una semana, más o menos a esta hora. Con un toque lo paras.
checkin-will-return = Te escribo en una semana, más o menos a esta hora. Con un toque lo paras. Puedes volver antes, a cualquier hora.
    .person = Alguien con quien hablar
    .tonight = Algo para esta noche
    .done = Eso es todo

## Para esta noche

checkin-tonight = ¿Una cosa para esta noche? Elige una.
    .calm = Calmarme
    .sleep = Dormir
    .buddy = Una persona
    .drink = Beber menos
    .enough = No, eso es todo
checkin-tip-calm = Escribe /calm para un ejercicio corto. También sirve con los ojos abiertos. Si te hace sentir peor, para.
checkin-tip-sleep = En la última hora, poca luz y cosas aburridas. Sin cafeína desde cinco horas antes de dormir. Si no duermes, levántate, haz algo aburrido y vuelve cuando tengas sueño.
checkin-tip-buddy = Mándale hoy un mensaje corto a una persona. No tiene que ser una charla larga. Puedes copiar esto:
checkin-words-buddy = Hola. Han sido días duros. ¿Tienes diez minutos para hablar, o un café?
checkin-copy = Copiar estas palabras
checkin-tip-drink = Un trago ayuda a dormirse y después rompe el sueño. Prueba esta noche sin alcohol, o toma una copa menos. Si bebes mucho cada día, no lo dejes de golpe. Pregunta primero a un médico.

## De vuelta

checkin-returned = Soy yo, como pediste. ¿Cómo estás, en comparación con la última vez?
    .better = Mejor
    .same = Igual
    .worse = Peor
    .leave_me = No me escribas más
checkin-says-better = Me alegro.
checkin-says-same = Gracias por decirlo.
checkin-says-worse = Gracias por decirlo. Vamos a mirarlo.

## Después de una respuesta positiva, por 72 horas

checkin-quiet = Han sido días duros. Durante tres días no habrá cuestionarios ni consejos. Ahora te ayuda más una persona.
    .worse = Los pensamientos volvieron
    .person = Alguien con quien hablar
    .vent = Solo quiero desahogarme
    .later = Ahora no
checkin-quiet-vent = Escribe todo lo que quieras. No lo guardo. No pongas nombres ni datos de casos.
    .worse = Se pone peor
    .person = Alguien con quien hablar
    .done = Es todo por ahora

## Cuando falta algo

checkin-away = Ahora mismo no puedo recordar nada, así que el chequeo tiene que esperar. Perdón. Una cosa sí te pregunto: ¿estás pensando en quitarte la vida?
checkin-away-no = Gracias por responder. Prueba /check de nuevo más tarde. Si no puede esperar:
checkin-again = No la entendí. Toca una respuesta:
checkin-heard = Te leo. No guardo lo que escribes. Cuando quieras:
checkin-heard-work = Suena a una intervención dura. Mis respetos. Si te trae ideas de morir, dímelo, cuando sea.
checkin-unread = Eso no lo puedo oír ni ver, solo leo. Cuando quieras:
checkin-who-sees = Nadie en tu departamento ve esto, y no informo a nadie. Guardo tus respuestas solo hasta que terminemos. Quien tenga este teléfono puede leer el chat.
checkin-people = Una persona, ahora mismo:
checkin-where = De vuelta al chequeo:
checkin-old-screen = Esa pantalla ya quedó atrás. Estamos aquí:
checkin-open = Tienes un chequeo abierto. Estábamos aquí:
checkin-over = Ese chequeo terminó y sus respuestas ya no están.
checkin-gone-on = Esa parte ya no está, así que seguimos:

## El final

checkin-done = Eso es todo. Tus respuestas ya no están. Alguien a quien llamar, a cualquier hora:
checkin-stopped = Listo, paramos. Tus respuestas ya no están. Si prefieres hablar con alguien:
checkin-not-now = Está bien. Vuelve cuando quieras: /check. Si prefieres hablar con alguien:
checkin-left-alone = Está bien. No te escribo. Si quieres una persona, aquí están:
