### La tarjeta de crisis y lo que sigue. Sin emojis. Una idea por mensaje. Aún sin revisión clínica.
### Los pasos y su orden: content/flows/crisis.toml. Los motivos: docs/crisis-protocol.md.

## La tarjeta. Su primera línea es el número.

crisis-card-call-text = <b>Llama o manda un mensaje al { $number } ahora.</b> Alguien contesta, de día y de noche.
crisis-card-call = <b>Llama al { $number } ahora.</b> Alguien contesta, de día y de noche.
crisis-card-call-es = <b>Llama al { $number } ahora y marca 2 para español.</b> Alguien contesta, de día y de noche.
crisis-card-name = { $name }: <b>{ $number }</b>
crisis-card-name-es = { $name }: llama al <b>{ $number }</b> y marca 2 para español, o manda AYUDA por mensaje al { $number }
crisis-card-name-text = { $name }: llama o manda un mensaje al <b>{ $number }</b>
crisis-card-police = Solo para policías (en inglés): <b>{ $number }</b>. { $name }. { $who }
crisis-card-police-family = También para familias de policías (en inglés): <b>{ $number }</b>. { $name }. { $who }
crisis-card-text = ¿No puedes hablar en voz alta? Manda un mensaje con <b>{ $keyword }</b> al <b>{ $number }</b>.
crisis-card-text-plain = ¿No puedes hablar en voz alta? Manda un mensaje al <b>{ $number }</b>.
crisis-card-chat = O escribe con una persona: { $url }
crisis-card-emergency = En peligro en este momento: <b>{ $number }</b>. Pueden venir policías que conoces. Tu vida va primero.
crisis-card-emergency-first = <b>Llama al { $number } ahora.</b> Pueden venir policías que conoces. Tu vida va primero.
crisis-card-emergency-home = En peligro en este momento: <b>{ $number }</b>. Si esa persona es policía, dilo de inmediato.
crisis-card-emergency-other = En peligro en este momento: <b>{ $number }</b>. Pueden venir policías que ustedes conocen. Una vida va primero.
crisis-card-emergency-known = En peligro en este momento: llama al número de emergencias. Tu vida va primero.
crisis-card-emergency-unknown = En peligro en este momento: llama al número de emergencias de tu país.
crisis-card-all-met = Ya viste todas las líneas que conozco. Cualquiera de ellas sigue contestando. También una persona de tu confianza.
crisis-card-directory = Busca una línea en tu país: { $url }
crisis-card-self = Qué bueno que escribiste. No tienes que pasar esto a solas.
crisis-card-program = Soy un programa, no una persona. Aquí nadie lee lo que escribes, y no le aviso a nadie. Aquí sigo.
crisis-card-acute = Si tomaste algo o te lastimaste, llama aunque te sientas bien. Deja la puerta sin llave. Ve adonde haya alguien, lejos de lo que podrías usar.
crisis-card-poison = ¿Pastillas u otra sustancia? Centro de intoxicaciones: <b>{ $number }</b>.
crisis-card-others = Lo dijiste. Eso cuenta. Pon distancia entre tú y esa persona ahora. Las mismas líneas ayudan con esto.
crisis-card-home = No es tu culpa.
crisis-card-home-quick = Si alguien puede mirar este teléfono, un toque aquí abajo vacía este chat. Puedes volver cuando quieras.
crisis-card-home-line = Alguien que conoce esto, de día y de noche: <b>{ $number }</b>
crisis-card-home-text = ¿Es más seguro escribir? Manda <b>{ $keyword }</b> al <b>{ $number }</b>
crisis-card-concern = Te diste cuenta. Eso puede salvar una vida. Tampoco tienes que cargar con esto a solas.
crisis-card-concern-emergency = Si esa persona está en peligro en este momento: <b>{ $number }</b>. Quédate a su lado si es seguro para ti.
crisis-card-concern-line-text = <b>Llama o manda un mensaje al { $number }.</b> También ayudan a quien se preocupa por alguien.
crisis-card-concern-line = <b>Llama al { $number }.</b> También ayudan a quien se preocupa por alguien.
crisis-card-minor = Hiciste bien en decirlo. Esto pesa demasiado para cargarlo a solas, a cualquier edad.
crisis-card-bereaved = Lo siento mucho. Una pérdida así pega fuerte. No tienes que vivirla a solas. Alguien con quien hablar, a cualquier hora:
crisis-card-elsewhere = Números de otro país
crisis-card-again = Aquí sigo. Los números de arriba siguen funcionando.
crisis-card-floor = Si estás en peligro, llama al número de emergencias de tu país. Busca una línea cerca de ti: https://findahelpline.com

## Palabras para copiar y mandar

crisis-words = Palabras que puedes copiar:
crisis-copy = Copiar estas palabras
crisis-words-trusted = Estoy pasando una noche muy mala y no quiero estar a solas. ¿Puedes venir, o quedarte conmigo en el teléfono?
crisis-words-now = Necesito ayuda ahora mismo. Por favor llama a emergencias por mí, pide una ambulancia y ven adonde estoy.
crisis-words-line = Tengo pensamientos de matarme. Necesito hablar.
crisis-words-home = Estoy en peligro. Por favor llama a emergencias por mí. No me llames ni me escribas.
crisis-words-minor = Estoy pensando en hacerme daño y necesito que te quedes conmigo.
crisis-words-plan =
    Cuando se pone mal:
    1. Lo noto en que:
    2. Lo que me ayuda a mí:
    3. Adónde voy, con quién me siento:
    4. A quién llamo:
    5. Una línea a la que llamo:
    6. Quién guarda mis armas o pastillas:

## La salida, en casa

crisis-clear = Vaciar este chat ahora
crisis-cleared = /start abre el menú.

## Una pregunta directa

crisis-asked = Te lo pregunto de frente, porque importa. ¿Estás pensando en matarte?
    .yes = Sí
    .no = No
    .already = Ya hice algo
    .other = Es sobre otra persona
    .work = Es sobre un servicio o el trabajo
    .rather_not = Prefiero no decirlo
crisis-asked-again = Ya te lo pregunté. Pregunto otra vez por lo que acabas de escribir.
crisis-asked-acute = Quiero entenderte bien, porque importa. ¿Tomaste o hiciste algo para terminar con tu vida?
    .yes = Sí
    .thoughts = No, pero lo pienso
    .other = Otra persona lo hizo
    .no = No, nada de eso
    .rather_not = Prefiero no decirlo
crisis-asked-others = Te lo pregunto de frente, porque importa. ¿Tienes miedo de lastimar a alguien?
    .yes = Sí
    .i_hurt = Ya lastimé a alguien
    .me = Pienso en matarme
    .no = No
    .work = Es sobre un servicio o el trabajo
crisis-asked-other = Te lo pregunto de frente, porque importa. ¿Alguien está pensando en matarse?
    .other = Sí, alguien que conozco
    .me = Sí, yo
    .already = Algo ya pasó
    .no = No
    .work = Es sobre un servicio o el trabajo
crisis-asked-minor = Te lo pregunto de frente, porque importa. ¿Estás pensando en matarte?
    .yes = Sí
    .no = No
    .already = Ya hice algo
    .other = Es sobre otra persona
    .rather_not = Prefiero no decirlo
crisis-asked-no = Está bien. Gracias por decírmelo. Aun así, lo que escribiste suena muy duro.
    .talk = Quiero desahogarme
    .person = Hablar con una persona
    .maybe = Tal vez un poco, sí
    .fine = Estoy bien por ahora
crisis-asked-work = Suena muy duro. Algo así se queda contigo. ¿Te trae pensamientos de matarte?
    .mine = Sí, un poco
    .talk = No, pero quiero hablar
    .fine = No, estoy bien
crisis-vent = Escribe todo lo que quieras. No lo guardo. No pongas nombres ni datos de casos.
    .person = Hablar con una persona
    .ground = Ayúdame a calmarme
    .enough = Es suficiente por ahora

## Desde el chequeo: la pregunta 5 del ASQ, palabra por palabra

crisis-checkin-now = No tienes que explicar nada. Una más, sobre ti, porque importa, palabra por palabra del cuestionario: ¿Está pensando en suicidarse en este momento?
    .yes = Sí
    .no = No
    .already = Ya hice algo
    .rather_not = Prefiero no decirlo

## Sobre ti, un paso a la vez

crisis-together-first = Gracias por tu honestidad. Hace falta valor. De esto se sale. ¿Hay alguien de confianza contigo ahora mismo?
    .yes = Sí, hay alguien aquí
    .no = No
    .rather_not = Prefiero no decirlo
crisis-together-soft = Está bien. No tienes que decirlo. ¿Hay alguien de confianza contigo ahora mismo?
    .yes = Sí, hay alguien aquí
    .no = No
    .rather_not = Prefiero no decirlo
crisis-together-worse = Qué bueno que me lo dijiste. ¿Hay alguien de confianza contigo ahora mismo?
    .yes = Sí, hay alguien aquí
    .no = No
    .rather_not = Prefiero no decirlo
    .already = Ya hice algo
crisis-together = ¿Hay alguien de confianza contigo ahora mismo?
    .yes = Sí, hay alguien aquí
    .no = No
    .rather_not = Prefiero no decirlo
    .not_me = No se trata de mí
crisis-not-me = Para entenderte bien: ¿de quién se trata?
    .mine = Sí se trata de mí
    .other = De alguien que conozco
    .work = De un servicio en el trabajo
    .mistake = Quise decir otra cosa
crisis-tell-them = Bien. Dile que no estás bien y pídele que se quede. Puedes mostrarle estas palabras.
    .told = Ya lo sabe
    .cannot = No puedo decirle
crisis-alone = Sin compañía todo esto pesa más. ¿Quién podría venir, o quedarse al teléfono? No tiene que ser una charla larga.
    .sent = Ya le pedí a alguien
    .nobody = Ahora no hay nadie
crisis-plan = Otra pregunta de frente. ¿Tienes un plan para matarte, o un momento pensado?
    .today = Sí, hoy o esta noche
    .later = Sí, pero no hoy
    .none = Pensamientos, sin plan
    .rather_not = Prefiero no decirlo
crisis-soon = Gracias por decírmelo. No pases este día a solas. Llama ahora, o pide que alguien te lleve a una sala de urgencias.
    .coming = Voy con alguien
    .cannot = No puedo llamar
    .wont = No quiero
crisis-soon-wont = Está bien. Me escribiste, así que una parte de ti busca una salida. ¿Qué podrías hacer primero?
    .away = Alejarme de lo que usaría
    .line = Mejor hablar con una línea
    .reasons = Tengo razones para no llamar
crisis-distance = ¿Tienes cerca ahora mismo un arma, o algo más que podrías usar?
    .yes = Sí
    .no = No
    .rather_not = Prefiero no decirlo
crisis-distance-ways = Los peores minutos pasan. La distancia te ayuda a pasarlos. Es por ahora, tú decides, y no le digo a nadie. ¿Qué podrías hacer?
    .lock = Ponerla bajo llave y dar la llave
    .locker = Dejar la de servicio en el trabajo
    .hold = Que alguien me la guarde
    .leave = Irme a otro lugar
    .not_now = Ahora no
crisis-distance-hold = Alguien de confianza puede guardarla un tiempo. Puedes decir: "Guárdame esto. Luego te explico." Las reglas para entregar un arma no son iguales en todas partes; revisa las tuyas.
    .next = Me la va a guardar
    .other_way = Otra manera
crisis-distance-duty = Dejarla en tu casillero al terminar el turno es decisión tuya. Entregar el arma puede tener consecuencias en el trabajo. Pregunta qué pasa después, antes de hacerlo. Si no estás de servicio, elige otra manera por ahora.
    .next = Lo voy a hacer
    .other_way = Otra manera
crisis-distance-done = Hazlo ahora, antes que nada. Aquí estoy cuando vuelvas.
    .next = Listo
    .other_way = Otra manera
crisis-distance-not-now = Está bien. Tú decides. ¿Podrías irte a otro cuarto, o salir, por diez minutos?
    .step_away = Me voy a alejar
    .next = ¿Qué más hay?
crisis-reach = El siguiente paso: una voz. No tienes que saber qué decir. "No estoy bien y necesito hablar" es suficiente.
    .doing = Lo estoy haciendo
    .silent = No puedo hablar en voz alta
    .someone = Mejor alguien que conozco
    .not_now = No quiero
crisis-text-instead = Entonces escribe. Una persona te contesta por escrito.
    .doing = Lo estoy haciendo
    .someone = Mejor alguien que conozco
    .not_now = No quiero
crisis-barrier = Está bien. Sin presión. ¿Qué te frena?
    .work_hears = Alguien se va a enterar
    .lose_job = Perdería el arma o el trabajo
    .cops_come = No quiero policías en mi puerta
    .no_use = No va a servir
    .no_words = No sé qué decir
    .leave_me = Déjame en paz
crisis-barrier-work = Una línea externa no le informa a tu departamento. El límite: si creen que una vida corre peligro ahora mismo, pueden mandar ayuda. Puedes preguntar primero qué comparten, antes de dar tu nombre.
    .doing = Lo voy a intentar
    .someone = Mejor alguien que conozco
    .ground = Todavía no
crisis-barrier-job = Ese miedo es real, y mucha gente lo tiene. Hablar con una línea externa no es un examen de aptitud. Pedir ayuda a tiempo te deja más opciones que esperar.
    .doing = Lo voy a intentar
    .someone = Mejor alguien que conozco
    .ground = Todavía no
crisis-barrier-cops = Casi siempre termina en una charla. Pueden mandar a alguien cuando una vida corre peligro y nada más funciona. Puedes empezar así: "Quiero hablar. No quiero que manden a nadie."
    .doing = Lo voy a intentar
    .someone = Mejor alguien que conozco
    .ground = Todavía no
crisis-barrier-hope = Puede que esta noche lo sientas así. Hasta un sentimiento tan fuerte pasa. Hay gente que estaba segura de que nada serviría, y salió adelante. Una charla no lo arregla todo, pero es un comienzo.
    .doing = Lo voy a intentar
    .someone = Mejor alguien que conozco
    .ground = Todavía no
crisis-barrier-words = Puedes leer esto en voz alta. Desde ahí te van guiando.
    .doing = Lo voy a intentar
    .someone = Mejor alguien que conozco
    .ground = Todavía no
crisis-ground = Solo los próximos diez minutos. Pon los dos pies en el piso y empuja. Nombra cinco cosas que ves.
    .more = Más de esto
    .person = Hablar con una persona
    .next = ¿Qué sigue?
crisis-ground-more = Toma aire por la nariz. Suéltalo despacio por la boca, más lento de lo que entró. Cinco veces. Toma agua.
    .again = Otra vez
    .person = Hablar con una persona
    .next = ¿Qué sigue?
crisis-shall-i-return = ¿Vuelvo en 20 minutos a preguntarte cómo te fue? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .yes = Sí, vuelve
    .no = No, gracias
crisis-will-return = Te escribo en 20 minutos. Tú puedes escribir antes, cuando quieras.
    .ground = Ayúdame mientras tanto
    .distance = Poner distancia
    .dont = No me escribas

## Volver, porque lo pidió

crisis-returned = Soy yo otra vez, como prometí. ¿Hablaste con alguien?
    .yes = Sí
    .not_yet = Todavía no
    .worse = Está peor
    .leave_me = Déjame en paz
crisis-in-the-way = Está bien. ¿Qué te frenó? Probemos otra puerta.
    .no_answer = Nadie contestó
    .silent = No puedo hablar en voz alta
    .reasons = Tengo mis razones
    .ground = Necesito un minuto primero
crisis-reached = Me alegra. Quédate cerca de alguien. ¿Te pregunto otra vez? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .tomorrow = Sí, mañana
    .week = Sí, en una semana
    .keep = Hacer un plan para la próxima
    .no = No, gracias
crisis-keep-plan = Un plan para la próxima hora mala. Cópialo, llénalo y guárdalo en tus notas. Yo no lo guardo.
    .person = Hablar con una persona
    .fine = Está bien
crisis-tomorrow = Te escribo entonces. Antes de eso puedes venir a cualquier hora.
    .person = Hablar ahora con una persona
    .fine = Está bien
    .dont = No me escribas
crisis-returned-later = Me pediste que volviera a preguntar. ¿Cómo va ahora?
    .better = Mejor
    .same = Igual
    .bad = Volvieron los pensamientos
    .leave_me = Déjame en paz
crisis-other-returned = Me pediste que volviera a preguntar por la persona que te preocupa. ¿Cómo va ahora?
    .better = Mejor
    .same = Igual
    .now = Se volvió urgente
    .me = Yo tampoco estoy bien
    .leave_me = Déjame en paz
crisis-left-alone = Está bien. Me quedo en silencio. Si empeora, escríbeme una palabra o /crisis. La puerta sigue abierta.
    .back = Sí quiero hablar
    .worse = Está peor
crisis-open-door = Está bien. Aquí estoy a cualquier hora. Escribe /crisis y los números vuelven en un segundo.
    .person = Hablar con una persona
    .ground = Ayúdame a calmarme
    .keep = Hacer un plan para la próxima
    .worse = Se puso peor

## Algo ya hecho, peligro en este momento

crisis-acute-called = ¿Llamaste? ¿O alguien está llamando por ti?
    .coming = Ya viene la ayuda
    .cannot = No puedo llamar
    .wont = No quiero
    .not_me = No se trata de mí
crisis-acute-sure = Para entenderte bien: ¿hay alguien herido, o a punto de estarlo, ahora mismo?
    .mine = Sí, yo
    .other = Sí, otra persona
    .thoughts = No, pero pienso en morir
    .work = No, fue un servicio en el trabajo
    .fine = No, estoy bien
crisis-acute-wait = Bien. Deja la puerta sin llave y enciende una luz. Quédate con alguien, o al teléfono, hasta que lleguen.
    .with = Ya hay alguien conmigo
    .ground = Quédate conmigo
    .late = No viene nadie
crisis-acute-stay = Aquí estoy, pero soy un programa. Ten también a una persona cerca. Mira la puerta. Suelta el aire despacio. Nombra cinco cosas que ves.
    .with = Hay alguien conmigo
    .late = No viene nadie
crisis-acute-away = Bien. Pide que guarden todo lo que podrías usar. Diles, también al personal médico, qué pasó y qué tomaste.
    .done = Listo
    .worse = Está empeorando
crisis-acute-cannot = Acércate a una persona: un vecino, el cuarto de al lado, la calle. Manda estas palabras a quien sea, o escribe para pedir ayuda.
    .coming = Alguien viene
    .nobody = No hay nadie
crisis-acute-out = Entonces ve adonde haya gente: la puerta de un vecino, una tienda, una estación de bomberos. Sal ya. Deja atrás lo que podrías usar.
    .going = Voy
    .wont = No puedo
crisis-acute-wont = Me escribiste, así que una parte de ti busca una salida. Ve donde haya gente, y llama. Un médico todavía puede ayudar, aunque ahora te sientas bien.
    .coming = Voy a llamar
    .police = No quiero que vengan policías
    .line = Primero una línea
    .distance = Alejarme de lo que usaría
crisis-acute-police = Puedes pedir una ambulancia y decir que no eres un peligro para ellos. El trabajo se puede pelear después. Esto no puede esperar.
    .coming = Voy a llamar
    .line = Primero una línea
    .distance = Alejarme de lo que usaría

## Miedo de lastimar a alguien

crisis-others-space = ¿Hay distancia entre tú y esa persona ahora? ¿Una puerta con llave u otra calle?
    .yes = Sí
    .no = No
    .i_hurt = Ya lastimé a alguien
    .not_me = No se trata de mí
crisis-others-not-me = Para entenderte bien: ¿alguien está a punto de salir lastimado?
    .mine = Sí, por mí
    .home = Sí, yo
    .other = Sí, por otra persona
    .work = No, es del trabajo
crisis-others-else = Mantén tu propia distancia y llama ahora. Di quién, dónde, y qué armas sabes que hay.
    .called = Ya llamé
    .home = Vive conmigo
crisis-others-apart = Bien. Sigue así. Lo dijiste en voz alta, y así es como la gente se detiene. ¿Tienes un arma cerca?
    .yes = Sí
    .no = No
    .low = También pienso en morir
crisis-others-leave = Vete ahora. No tienes que explicar nada. Camina, o siéntate afuera. Si estás a punto de hacerlo, llama.
    .left = Ya salí
    .cannot = No puedo salir
    .weapon = Hay un arma

## Sin seguridad en casa

crisis-home-safe-now = ¿Estás a salvo ahora mismo?
    .yes = Por ahora, sí
    .no = No
    .officer = Esa persona es policía
    .i_hurt = Yo lastimé a alguien
    .not_me = No se trata de mí
crisis-home-not-me = Para entenderte bien: ¿de quién se trata?
    .other = De alguien que conozco
    .low = De mí, pienso en morir
    .work = De un servicio en el trabajo
    .mistake = Quise decir otra cosa
crisis-home-out = Si puedes, ve a un cuarto con salida o con un vecino. Aléjate de la cocina, del garaje y de cualquier arma.
    .out = Ya salí
    .cannot = No puedo salir
    .officer = Esa persona es policía
crisis-home-cannot = Quédate cerca de una puerta si puedes. Puedes mandar estas palabras a alguien de confianza. Bórralas después de mandarlas.
    .out = Ya salí
    .officer = Esa persona es policía
    .low = Pienso en morir
crisis-home-contact = Alguien puede planear esto contigo, a tu ritmo. No tienes que decidir nada esta noche.
    .traces = Que no se note que vine
    .officer = Esa persona es policía
    .threat = Amenaza con matarse
    .now = Ahora corro peligro
    .low = Pienso en morir
crisis-home-officer = Puedes recibir ayuda sin denunciar nada ante su agencia. Llama primero a una línea y di que es policía. Pregunta qué agencia, que no sea la suya, podría tomar una denuncia.
    .traces = Que no se note que vine
    .threat = Amenaza con matarse
    .now = Ahora corro peligro
    .low = Pienso en morir
crisis-home-threat = Si dice que se va a matar o que te va a matar, llama. Di si hay un arma y si es policía. No tienes que quedarte a su lado. Lo que haga no es tu culpa.
    .person = Alguien con quien hablar
    .now = Ahora corro peligro
    .other = Es sobre otra persona
    .low = Pienso en morir
crisis-home-traces = El botón de abajo borra lo que está a mi alcance. Después borra el chat en Telegram. Una cuenta compartida o un teléfono del trabajo todavía puede mostrar que estuviste aquí.
    .person = Los números otra vez
    .now = Ahora corro peligro
    .low = Pienso en morir
crisis-home-i-hurt = Decirlo es un comienzo. Esta noche quédate en otro lugar, para que nadie salga lastimado. También hay personas que hablan con quien lastimó a alguien.
    .apart = Ya me alejé
    .stay = Todavía estoy ahí
    .low = Pienso en morir

## Otra persona

crisis-other-now = ¿Esa persona está en peligro ahora mismo? ¿Hizo algo, o tiene un plan para hoy?
    .yes = Sí, ahora
    .unsure = No lo sé
    .no = No, pero me preocupa
    .home = Le tengo miedo
    .me = Se trata de mí
crisis-other-emergency = Llama ahora. Quédate a su lado si es seguro para ti. Si hay un arma, dilo, y di si es policía.
    .coming = Ya viene la ayuda
    .where = No sé dónde está
    .wont_call = Me da miedo llamar
crisis-other-where = Llama a emergencias de todos modos. Di quién es, qué te dijo, su auto y los lugares a los que va. Sigue escribiéndole: "Aquí estoy. ¿Dónde estás?"
    .called = Ya llamé
    .wont_call = Me da miedo llamar
crisis-other-barrier = Es difícil cuando puede costarle el trabajo. El trabajo se puede pelear después. Si tienes dudas, pregunta primero a una línea. Lo piensan contigo.
    .called = Ya llamé
    .ask = ¿Cómo le pregunto?
    .now = Está en peligro ahora
crisis-other-stay = Bien. Quédate. No necesitas las palabras perfectas. Siéntate, escucha y acompaña hasta que llegue la ayuda.
    .means = ¿Y las armas?
    .yourself = ¿Y yo?
crisis-other-ask = Pregunta de frente. Preguntar no le mete la idea en la cabeza. "Has cargado con mucho. ¿Estás pensando en matarte?" Luego calla y escucha.
    .said_yes = Dijo que sí
    .said_no = Dijo que no
    .cannot_ask = No puedo preguntar
    .now = Está en peligro ahora
crisis-other-said-yes = Di: "Qué bueno que me lo dijiste. Me quedo." No prometas guardar el secreto. Llamen a una línea, en altavoz.
    .now = Tiene un plan para hoy
    .means = ¿Y las armas?
    .wont_call = No quiere llamar
crisis-other-said-no = Agradécele, y deja la puerta abierta: "Si eso cambia, llámame primero, a cualquier hora." Pregunta otra vez mañana. Confía en tu instinto si algo no cuadra.
    .means = ¿Y las armas?
    .yourself = ¿Y yo?
    .now = Está en peligro ahora
crisis-other-cannot = Entonces busca a quien sí pueda: alguien de su confianza, un compañero de apoyo, un capellán. Una línea te ayuda a planear cómo.
    .means = ¿Y las armas?
    .yourself = ¿Y yo?
    .now = Se volvió urgente
crisis-other-means = El tiempo y la distancia salvan vidas. Ofrece guardar las armas, o ponerlas bajo llave y quedarte tú con la llave: "Solo por ahora." No se las quites a la fuerza. Las reglas para entregar armas no son iguales en todas partes.
    .yourself = ¿Y yo?
    .now = Se volvió urgente
crisis-other-yourself = No puedes cargar con esto a solas. Díselo esta noche a una persona de confianza. Lo que decida no es tu culpa. Una línea también es para ti.
    .now = Se volvió urgente
    .me = Yo tampoco estoy bien
    .back = Pregúntame mañana
    .fine = Estoy bien por ahora
crisis-other-return = ¿Te pregunto mañana cómo va? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces. No se le avisa a nadie.
    .yes = Sí
    .no = No, gracias

## Un niño o adolescente

crisis-minor-adult = ¿Hay un adulto de confianza que pueda estar contigo ahora? ¿Tu mamá o papá, una tía, un entrenador, un vecino?
    .yes = Sí
    .no = No
    .home = En casa corro peligro
    .not_me = No se trata de mí
crisis-minor-tell = Ve con esa persona y muéstrale estas palabras. No tienes que decir más.
    .told = Ya lo sabe
    .cannot = No puedo
crisis-minor-text = Entonces llama o escribe aquí. Puedes usar tus propias palabras. Pedir ayuda no es meterse en problemas.
    .doing = Lo estoy haciendo
    .not_now = No quiero
crisis-minor-barrier = Está bien. Da miedo decirlo. También puedes solo mostrarle unas palabras a un adulto.
    .doing = Les voy a escribir
    .words = Mostrarle palabras a un adulto
    .ground = Otra cosa
    .leave_me = Déjame en paz
crisis-minor-plan = Otra pregunta de frente. ¿Tienes un plan para matarte, o un momento pensado?
    .today = Sí, hoy o esta noche
    .later = Sí, pero no hoy
    .none = Pensamientos, sin plan
    .rather_not = Prefiero no decirlo
crisis-minor-soon = Gracias por decírmelo. Ve con un adulto ahora mismo y quédate a su lado. O llama.
    .coming = Hay alguien conmigo
    .cannot = No puedo
    .wont = No quiero
crisis-minor-soon-wont = Está bien. Me escribiste, así que una parte de ti busca una salida. También puedes escribir. ¿Qué podrías hacer primero?
    .away = Alejarme de lo que usaría
    .words = Mandarle palabras a alguien
    .coming = Ir con un adulto ahora
crisis-minor-means = ¿Tienes cerca ahora mismo un arma, pastillas o algo más que podrías usar?
    .yes = Sí
    .no = No
    .rather_not = Prefiero no decirlo
crisis-minor-away = No lo toques. Ve a otro cuarto, o afuera, donde haya alguien. Dile a un adulto: "Por favor guárdalo bajo llave y quédate tú con la llave."
    .done = Ya lo hice
    .cannot = No puedo

## Después de un suicidio

crisis-bereaved = ¿Te puedo preguntar de frente? Desde que pasó, ¿has pensado en matarte?
    .yes = Sí
    .no = No
    .rather_not = Prefiero no decirlo
    .work = Fue un servicio en el trabajo
crisis-bereaved-with = Gracias por decírmelo. Estos días quédate cerca de otras personas, y cuidado con el alcohol. Hablar con alguien que haya pasado por lo mismo puede ayudar.
    .talk = Quiero desahogarme
    .guilt = Debí darme cuenta
    .back = Pregúntame mañana
    .worse = Los pensamientos están ahí
crisis-bereaved-guilt = Muchas personas que pierden a alguien así piensan eso. Pesaban muchas cosas. Ninguna persona sola podía cambiarlas.
    .talk = Quiero desahogarme
    .back = Pregúntame mañana
    .worse = Los pensamientos están ahí
crisis-bereaved-return = ¿Te pregunto mañana cómo va? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .yes = Sí
    .no = No, gracias

## Respuestas escritas en vez de tocadas

crisis-heard = Te escucho.
crisis-heard-more = Te sigo escuchando. Sigue, si te ayuda.
crisis-heard-still = Aquí estoy. Una persona puede hacer más que yo, cuando quieras.
crisis-unread = Eso no lo puedo oír ni ver. Para hablar en voz alta, llama a un número de arriba. O escribe una palabra, o toca una respuesta.
crisis-where = Cuando quieras, seguimos desde aquí:
crisis-still-here = Aquí estoy. Sin prisa. Puedes tocar una respuesta o escribir.
crisis-old-screen = Ese era un mensaje anterior. Ahora estamos aquí:
crisis-no-return = Ahora no puedo poner un recordatorio. Por favor pon una alarma en tu teléfono y escríbeme entonces.
crisis-support = Suena muy duro. Qué bueno que lo dijiste.
crisis-work = Suena a una intervención dura. Mis respetos.
group-private-open = Escríbeme en privado
