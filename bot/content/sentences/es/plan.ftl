# Mi plan: con nuestras propias palabras. Las etiquetas tienen 40 caracteres como máximo.

command-plan = Mi plan para horas malas

plan-begin =
    <b>Mi plan</b>

    Una lista corta para las horas malas: qué notas primero, qué ayuda, a quién llamar. Toma unos cinco minutos. Es una lista, no una promesa.

    Guardo tus palabras solo mientras escribimos, cifradas, unas horas como mucho. Después el plan queda como un mensaje en este chat, fijado arriba, y no me quedo con copia. Quien tenga tu teléfono puede leerlo, y queda en Telegram como todo aquí.
    .start = Empecemos
    .later = Ahora no
plan-later = Está bien. Vuelve con /plan cuando quieras.

plan-warning =
    <b>1 de 6. Cómo empieza</b>

    ¿Qué te avisa que viene una mala racha? Toca lo que encaje.
    .sleep = Dejo de dormir
    .snap = Exploto con la gente
    .alone = Me alejo de todos
    .drink = Bebo más
    .numb = No siento nada
    .replay = Un servicio me da vueltas
plan-helps =
    <b>2 de 6. Lo que me ayuda</b>

    ¿Qué te ha aliviado antes y puedes hacer por tu cuenta?
    .move = Caminar o hacer ejercicio
    .breathe = Respirar despacio
    .shower = Una ducha caliente
    .music = Música
    .animal = Tiempo con mi perro
    .hands = Algo con las manos
plan-places =
    <b>3 de 6. Lugares</b>

    ¿Adónde puedes ir para que la mente descanse? ¿Con quién es fácil estar?
    .gym = El gimnasio
    .outside = Al aire libre
    .coffee = Una cafetería
    .relatives = La casa de un pariente
    .faith = Iglesia, mezquita o templo
    .friends = Amigos que no hablan del trabajo
plan-people =
    <b>4 de 6. Personas</b>

    ¿Quién puede saber que estás mal? Lo mejor es un nombre, con un número. Escríbelo y ya.
    .partner = Mi pareja
    .friend = Un amigo o una amiga
    .relative = Alguien de mi familia
    .colleague = Alguien de confianza del trabajo
    .retired = Alguien retirado de la policía
plan-name =
    Un nombre hace este plan mucho más fuerte. ¿Quién contestaría, incluso a las 3 de la mañana?

    Escribe un nombre, o un nombre y un número. No le aviso a nadie, y solo queda en tu plan.
    .without = Seguir sin un nombre
plan-pros =
    <b>5 de 6. Profesionales</b>

    ¿Qué profesionales pueden ayudarte? Las líneas de crisis de tu país se agregan solas al final.
    .doctor = Mi médico
    .counselor = Mi consejero
    .chaplain = Un capellán
    .peer = Un compañero de apoyo
    .eap = El EAP
plan-safer =
    <b>6 de 6. Más seguro</b>

    En una hora mala, la distancia da tiempo. ¿Qué podría quedar fuera de tu alcance por ahora? Tú decides, y es solo por un tiempo.

    Antes de entregar un arma de servicio, pregunta qué pasa después. Las reglas para prestar armas no son iguales en todas partes: revisa las tuyas.
    .locker = Dejo el arma de servicio en el trabajo
    .hold = Alguien de confianza guarda mis armas
    .key = Bajo llave; otra persona la tiene
    .pills = Sin pastillas de más en casa
    .drink = Sin alcohol en casa
    .away = Me quedo en casa de alguien
plan-type = También puedes escribir tus propias líneas. Toca una línea otra vez para quitarla.
plan-full = Es suficiente para esta parte. Quita una para poner otra.
plan-too-long = Es muy largo para una hora mala. Prueba con una línea corta.
plan-next = Siguiente
plan-back = Atrás
plan-stop = Parar y no guardar nada
plan-stopped = Borrado. No me quedo con nada. Lo que escribiste sigue en este chat; mantén presionado un mensaje para borrarlo.

plan-review =
    Así va a quedar:
    .done = Ponlo en este chat y fíjalo
    .back = Cambiar algo
plan-title = <b>Mi plan</b>
plan-head-warning = Cómo empieza
plan-head-helps = Lo que me ayuda
plan-head-places = Adónde puedo ir
plan-head-people = A quién se lo digo
plan-head-pros = Profesionales que ayudan
plan-head-safer = Lo que lo hace más seguro
plan-head-lines = <b>Si se vuelve demasiado</b>
plan-empty = Todavía no tiene nada. Vuelve y toca una cosa, aunque sea pequeña.
plan-done = Tu plan está arriba en este chat. No me quedo con copia. Lo que escribiste sigue más arriba; mantén presionado un mensaje para borrarlo. Para un plan nuevo: /plan.
plan-done-unpinned = Tu plan está en este chat, pero no pude fijarlo. Mantén presionado el mensaje y elige Fijar. No me quedo con copia.
plan-not-sent = No se pudo mandar ahora. Tu plan sigue aquí; toca otra vez, por favor.
