### /calm: una herramienta a dos toques. Las técnicas y sus tiempos: content/calm. Las razones: docs/calm.md. Aún sin revisión clínica.
### Nunca "esto cura", "probado en policías" ni "cálmate". Una idea por línea.

command-calm = Respirar y bajar el ritmo, ahora
menu-calm = Respira conmigo ahora

## La lista

calm-shelf = ¿Qué te serviría ahora? Cada cosa toma unos minutos. Puedes parar cuando quieras.
calm-others = Otras formas
calm-back = Atrás

## Una herramienta

calm-card = <b>{ $name }</b>

    { $how }
calm-begin = Empezar
calm-rate-first = Primero, de 0 a 10
calm-no-holding = Sin retener el aire

calm-caution =
    .driving = No lo hagas mientras manejas.
    .dizzy = Si te mareas, respira como siempre.
    .holding = No retengas el aire si hay embarazo, problemas de corazón o pulmón, o pánico.
    .eyes = Deja los ojos abiertos. Si llegan malos recuerdos, para.
    .injury = Sáltate cualquier parte lastimada.

## En marcha

calm-ready = <b>Prepárate.</b>

    Mira el círculo una vez. Luego respira con él, o con las palabras.
calm-ready-again = <b>Prepárate.</b>

    Seguimos en un momento.
calm-breath =
    .in = <b>Toma aire</b> por la nariz
    .more = <b>Un poco más</b>, por la nariz
    .hold = <b>Retén</b>, con los hombros sueltos
    .out = <b>Suelta el aire</b>, lento y largo
    .wait = <b>Espera</b>, sin aire y sin moverte
calm-round = Respiración { $number } de { $of }
calm-step = { $number } de { $of }
calm-crowded = Sigue el círculo mientras te sirva. Toma aire cuando crece, suéltalo cuando se achica.

calm-toggle = Pausa · Seguir
calm-go-on = Seguir
calm-next = Siguiente
calm-stop = Parar
calm-worse-button = Esto me pone peor

calm-paused = En pausa. Sigue cuando quieras, o déjalo así.

## Después

calm-ended = Eso es todo. Toma aire una vez, como venga, antes de seguir.
calm-stopped = Está bien, paramos aquí.
calm-ask-before = ¿Cuánta tensión sientes ahora? 0 es nada, 10 es lo máximo. No lo guardo.
calm-ask-after = Eso es todo. ¿Cuánta tensión sientes ahora?
calm-skip = Saltar
calm-less = Antes: { $before }. Ahora: { $after }. No guardo estos números.
calm-not-less = Antes: { $before }. Ahora: { $after }. Pasa, y no es culpa tuya. Una persona puede ayudar más que otro ejercicio. No guardo estos números.
calm-what-next = ¿Y ahora?
calm-again = Una vez más
calm-person = Hablar con una persona
calm-done = Listo
calm-closed = Bien. Aquí estoy cuando lo quieras otra vez: /calm
calm-person-head = Son personas con las que puedes hablar:

## Cuando empeora

calm-worse = Entonces paramos. Le pasa a algunas personas, y no hay nada malo en ti.

    Deja los ojos abiertos. Empuja los pies contra el piso. Mira a tu alrededor y nombra cinco cosas que ves.

    Una persona puede ayudar más que un ejercicio:
calm-worse-ground = Entonces paramos. Ponte de pie si puedes, y sostén algo frío o áspero.

    No tienes que pasar esto sin nadie:
calm-ground-me = Mira a tu alrededor conmigo

## Las herramientas

calm-tool-sigh =
    .name = Suspiro largo
    .how =
        Toma aire por la nariz, un poco más, y luego suéltalo largo por la boca. Tres minutos. Bueno para empezar.
calm-tool-box =
    .name = Respiración en caja
    .how =
        Cuatro segundos de aire, cuatro reteniendo, cuatro soltando, cuatro de espera. Unos dos minutos y medio.
calm-tool-boxeven =
    .name = Respiración pareja
    .how =
        Cuatro segundos de aire, cuatro soltando. No se retiene nada. Unos dos minutos y medio.
calm-tool-relax =
    .name = 4-7-8
    .how =
        Cuatro segundos de aire, siete reteniendo, ocho soltando. Cuatro respiraciones, menos de dos minutos.
calm-tool-relaxeven =
    .name = 4-8, sin retener
    .how =
        Cuatro segundos de aire, ocho soltando. No se retiene nada. Unos dos minutos y medio.
calm-tool-ground =
    .name = 5-4-3-2-1: volver aquí
    .how =
        Miras, tocas y escuchas hasta volver al lugar. Ojos abiertos. Dos minutos.
    .see = <b>Mira a tu alrededor.</b> Nombra cinco cosas que ves. Valen las pequeñas: una raya, una sombra.
    .feel = <b>Toca.</b> Cuatro cosas que puedes sentir: el asiento, la manga, el piso bajo las botas.
    .hear = <b>Escucha.</b> Tres sonidos. Los de cerca, y luego uno lejano.
    .smell = <b>Huele.</b> Dos cosas. Bastan tu manga y el aire.
    .taste = <b>Saborea.</b> Una cosa. O toma un trago de agua.
    .now = <b>Estás aquí.</b> Di dónde estás y qué día es.
calm-tool-reset =
    .name = Reinicio entre servicios
    .how =
        Menos de un minuto, con el auto parado o en tu escritorio. Cierra el servicio anterior.
    .stop = <b>Alto.</b> Ese servicio terminó. Los dos pies en el piso.
    .drop = <b>Baja los hombros.</b> Afloja la mandíbula. Abre las manos.
    .breathe = <b>Toma aire</b> por la nariz y <b>suéltalo</b>, tan largo como puedas.
    .again = <b>Una vez más.</b> Aire, y suelta largo.
    .next = <b>Lo que sigue.</b> Di la única cosa que harás ahora. Solo esa.
calm-tool-home =
    .name = Llegar a casa tras el turno
    .how =
        Dos minutos en el auto parado o en la puerta, para que el turno se quede afuera.
    .park = <b>Estás en casa.</b> Motor apagado. Por dos minutos nadie te necesita.
    .hands = <b>Suelta el volante.</b> Manos abiertas sobre las piernas. Suelta el aire, largo.
    .leave = <b>El turno.</b> Elige una cosa de hoy que puede esperar a mañana. Déjala en el auto.
    .carry = <b>Una cosa bien hecha.</b> Tuya o de tu pareja de patrulla. Puede ser pequeña.
    .arrive = <b>¿Quién está ahí adentro?</b> Piensa en una cara, o en el silencio.
    .door = <b>En la puerta,</b> suelta el aire una vez más, largo. Luego entra despacio.
calm-tool-sleep =
    .name = Antes de dormir de día
    .how =
        Para acostarte con luz, después del turno de noche. Unos tres minutos, en la cama.
    .room = <b>El cuarto.</b> Oscuro, fresco, en silencio. Después de esto, el teléfono boca abajo.
    .tomorrow = <b>¿Qué quedó pendiente?</b> Ponlo en una palabra y guárdala para cuando despiertes.
    .face = <b>Tu cara.</b> Deja caer la mandíbula. Descansa la lengua. Alisa la frente.
    .shoulders = <b>Tus hombros</b> se hunden en la cama. La cama los sostiene.
    .out = <b>Suelta el aire</b> más largo de lo que lo tomas. Deja que venga solo.
    .heavy = <b>Peso.</b> Pies, piernas, espalda, manos: deja que cada parte pese.
    .stay = <b>Nada que hacer.</b> Estar quieto también es descanso. Ya puedes dejarme.
calm-tool-scan =
    .name = Recorrido del cuerpo
    .how =
        La atención recorre el cuerpo, parte por parte. Nada tiene que cambiar. Menos de cuatro minutos.
    .arrive = <b>Siéntate o acuéstate</b> donde algo te sostenga.
    .feet = <b>Tus pies.</b> ¿Qué sienten? Calor, frío, botas, piso, nada: todo está bien.
    .legs = <b>Tus piernas.</b> ¿Dónde tocan algo? ¿Dónde están cansadas?
    .belly = <b>Vientre y espalda.</b> Siente cómo se mueven al respirar. No tienes que cambiarlo.
    .hands = <b>Manos y brazos.</b> ¿Están listos para algo? Pueden soltarlo.
    .shoulders = <b>Hombros y cuello.</b> Donde va el chaleco. Solo nótalo.
    .face = <b>Tu cara.</b> Mandíbula, ojos, frente.
    .whole = <b>Todo a la vez,</b> de los pies a la cabeza. Luego mira el cuarto.
calm-tool-release =
    .name = Soltar los músculos
    .how =
        Aprieta una parte unos segundos y luego suéltala. De las manos a los pies, en menos de tres minutos.
    .arrive = <b>Siéntate o acuéstate.</b> Aprieta solo hasta donde se sienta bien. Sigue respirando.
    .let = <b>Suelta.</b> De golpe. Siente la diferencia.
    .hands = <b>Manos:</b> cierra los puños.
    .arms = <b>Brazos:</b> dóblalos y aprieta.
    .shoulders = <b>Hombros:</b> súbelos hasta las orejas.
    .face = <b>Cara:</b> aprieta todo.
    .belly = <b>Vientre:</b> ponlo duro.
    .thighs = <b>Muslos:</b> júntalos con fuerza.
    .feet = <b>Pies:</b> encoge los dedos.
