### La tarjeta de crisis y lo que sigue. Sin emojis. Una línea por idea. Aún sin revisión clínica.
### Los pasos y su orden: content/flows/crisis.toml. Los motivos: docs/crisis-protocol.md.

## La tarjeta. Su primera línea es el número.

crisis-card-call-text = <b>Llama o manda un mensaje al { $number } ahora.</b> Alguien contesta, de día y de noche.
crisis-card-call = <b>Llama al { $number } ahora.</b> Alguien contesta, de día y de noche.
crisis-card-call-es = <b>Llama al { $number } ahora y marca 2 para español.</b> Alguien contesta, de día y de noche.
crisis-card-name = { $name }: <b>{ $number }</b>
crisis-card-police = Solo para policías (en inglés): <b>{ $number }</b>. { $name }. { $who }
crisis-card-text = ¿No puedes hablar en voz alta? Manda un mensaje con <b>{ $keyword }</b> al <b>{ $number }</b>.
crisis-card-text-plain = ¿No puedes hablar en voz alta? Manda un mensaje al <b>{ $number }</b>.
crisis-card-chat = O escribe con una persona: { $url }
crisis-card-emergency = En peligro en este momento: <b>{ $number }</b>. Puede venir gente con la que trabajas. Tu vida va primero.
crisis-card-emergency-first = <b>Llama al { $number } ahora.</b> Puede venir gente con la que trabajas. Tu vida va primero.
crisis-card-emergency-unknown = En peligro en este momento: llama al número de emergencias de tu país.
crisis-card-directory = Busca una línea en tu país: { $url }
crisis-card-self = Qué bueno que escribiste. No tienes que pasar esto a solas.
crisis-card-program = Soy un programa. Nadie lee este chat y a nadie en el trabajo se le avisa. Aquí sigo.
crisis-card-acute = Si tomaste algo o te lastimaste, no esperes. Quita el seguro de la puerta. Quédate cerca de alguien.
crisis-card-poison = ¿Tomaste demasiado de algo? Centro de intoxicaciones: <b>{ $number }</b>.
crisis-card-others = Me lo dijiste antes de que pasara. Eso cuenta. Pon distancia entre tú y esa persona ahora. Las mismas líneas ayudan con esto.
crisis-card-home = No mereces esto, y no es tu culpa.
crisis-card-home-quick = Si alguien puede ver este teléfono, borra este chat. Puedes volver cuando quieras.
crisis-card-home-line = Personas que ayudan con la violencia en casa: <b>{ $number }</b>. { $name }.
crisis-card-home-text = ¿Es más seguro escribir? Manda <b>{ $keyword }</b> al <b>{ $number }</b>.
crisis-card-concern = Te diste cuenta. Eso puede salvar una vida. Tampoco tienes que cargar con esto a solas.
crisis-card-concern-emergency = Si esa persona está en peligro en este momento: <b>{ $number }</b>. Quédate a su lado si es seguro para ti.
crisis-card-concern-line = <b>Llama o manda un mensaje al { $number }.</b> También ayudan a quien se preocupa por alguien.
crisis-card-concern-line-call = <b>Llama al { $number }.</b> También ayudan a quien se preocupa por alguien.
crisis-card-minor = Hiciste bien en decirlo. Esto pesa demasiado para cargarlo a solas, a cualquier edad.
crisis-card-bereaved = Lo siento. Perder a alguien por suicidio pega fuerte, y puede traer pensamientos oscuros propios.
crisis-card-elsewhere = Números de otro país
crisis-card-again = Aquí sigo. Los números de arriba siguen funcionando.
crisis-card-floor = Si estás en peligro, llama al número de emergencias de tu país. Busca una línea cerca de ti: https://findahelpline.com

crisis-words = Palabras que puedes copiar y mandar:
    <code>Estoy pasando una noche muy mala y no quiero estar a solas. ¿Puedes venir, o quedarte conmigo en el teléfono?</code>

## Una pregunta directa

crisis-asked = Te lo pregunto de frente, porque importa. ¿Estás pensando en matarte?
    .yes = Sí
    .no = No
    .other = Es sobre otra persona
    .work = Es sobre un servicio o el trabajo
    .rather_not = Prefiero no decirlo
crisis-asked-no = Está bien. Gracias por decírmelo. Lo que escribiste igual suena pesado.
    .talk = Quiero desahogarme
    .person = Hablar con una persona
    .fine = Estoy bien por ahora
crisis-asked-work = Eso suena duro. Servicios así se quedan con uno. ¿Te está pegando tanto que piensas en morir?
    .mine = Sí, un poco
    .talk = No, pero quiero hablar
    .fine = No, estoy bien
crisis-vent = Escribe todo lo que quieras. No lo guardo y nadie lo lee. No pongas nombres ni datos de casos.
    .person = Hablar con una persona
    .ground = Ayúdame a calmarme
    .enough = Es suficiente por ahora

## Sobre ti, un paso a la vez

crisis-together-first = Gracias por tu honestidad. Hace falta valor. De esto se sale. ¿Hay alguien contigo ahora mismo?
    .yes = Sí, hay alguien aquí
    .no = No, no hay nadie
    .rather_not = Prefiero no decirlo
crisis-together = ¿Hay alguien contigo ahora mismo?
    .yes = Sí, hay alguien aquí
    .no = No, no hay nadie
    .rather_not = Prefiero no decirlo
    .not_me = No se trata de mí
crisis-not-me = Está bien. Para entenderte bien: ¿de quién se trata?
    .mine = Sí se trata de mí
    .other = De alguien que conozco
    .work = De un servicio en el trabajo
    .mistake = Lo escribí por otra cosa
crisis-tell-them = Bien. Dile que no estás bien y pídele que se quede. Puedes mostrarle esta pantalla.
    .told = Ya lo sabe
    .cannot = No puedo decirle
crisis-alone = Sin compañía todo esto pesa más. ¿Quién podría venir, o quedarse al teléfono? No tiene que ser una charla larga.
    .sent = Ya le pedí a alguien
    .nobody = No hay nadie
crisis-distance = ¿Tienes cerca ahora mismo un arma, o algo más que podrías usar?
    .yes = Sí
    .no = No
    .rather_not = Prefiero no decirlo
crisis-distance-ways = Los peores minutos pasan. La distancia te ayuda a pasarlos. Es por esta noche, tú decides, y este bot no le dice a nadie. ¿Qué podrías hacer?
    .lock = Guardarla y dar la llave
    .locker = Dejar la de servicio en el trabajo
    .hold = Que alguien me la guarde
    .leave = Salir de aquí
    .not_now = Ahora no
crisis-distance-hold = Una pareja, un amigo o un familiar de confianza puede guardarla por ahora. Las reglas para entregar un arma cambian según el lugar; revisa las tuyas. Qué decir: "Guárdame esto un tiempo. Luego te explico."
    .next = Seguir
crisis-distance-duty = Dejarla en tu propio casillero al final del turno es decisión tuya. Entregarla a tu departamento puede tener consecuencias en el trabajo. Pregunta qué pasa después, antes de entregarla. Esta noche, la distancia va primero.
    .next = Seguir
    .other_way = Otra manera
crisis-distance-done = Hazlo ahora, antes que nada. Aquí estoy cuando vuelvas.
    .next = Listo
crisis-distance-not-now = Está bien. Tú decides. ¿Podrías irte a otro cuarto, o salir, por diez minutos?
    .step_away = Me voy a alejar
    .next = ¿Qué más hay?
crisis-reach = El siguiente paso: una voz. No tienes que saber qué decir. "Soy policía y no estoy bien" es suficiente.
    .doing = Lo estoy haciendo
    .silent = No puedo hablar en voz alta
    .not_now = No quiero
crisis-text-instead = Entonces escribe. Una persona te contesta por escrito.
    .doing = Lo estoy haciendo
    .not_now = No quiero
crisis-barrier = Está bien. Sin presión. ¿Qué te frena?
    .work_hears = Se van a enterar en el trabajo
    .lose_job = Perdería el arma o el trabajo
    .cops_come = No quiero policías en mi puerta
    .no_use = No va a servir
    .no_words = No sé qué decir
    .leave_me = Déjame en paz
crisis-barrier-work = Una línea fuera de tu departamento no le informa a tu jefe. No tienes que dar tu nombre. El límite: si creen que una vida corre peligro ahora mismo, pueden mandar ayuda. Pregúntales primero qué comparten.
    .doing = Lo voy a intentar
    .ground = Todavía no
crisis-barrier-job = Ese miedo es real, y muchos lo tienen. Hablar con una línea externa no es un examen de aptitud. Pedir ayuda temprano te deja más opciones que esperar.
    .doing = Lo voy a intentar
    .ground = Todavía no
crisis-barrier-cops = La mayoría de las llamadas terminan hablando, sin nadie en la puerta. Pueden mandar a alguien cuando una vida corre peligro y nada más funciona. Puedes decir al empezar: "Quiero hablar. No quiero que manden a nadie."
    .doing = Lo voy a intentar
    .ground = Todavía no
crisis-barrier-hope = Esta noche puede sentirse así. Sentirlo no lo hace verdad. Hay quienes estaban seguros de que nada serviría, y salieron. Una charla es un comienzo, no un arreglo.
    .doing = Lo voy a intentar
    .ground = Todavía no
crisis-barrier-words = Puedes leer esto en voz alta: "Tengo pensamientos de matarme. Necesito hablar." De ahí siguen ellos.
    .doing = Lo voy a intentar
    .ground = Todavía no
crisis-ground = Solo los próximos diez minutos. Pon los dos pies en el piso. Aprieta. Nombra cinco cosas que ves.
    .more = Más de esto
    .person = Hablar con una persona
    .next = ¿Qué sigue?
crisis-ground-more = Toma aire por la nariz. Suéltalo despacio por la boca, más largo de lo que entró. Cinco veces. Toma agua. Quédate donde haya luz.
    .again = Otra vez
    .person = Hablar con una persona
    .next = ¿Qué sigue?
crisis-shall-i-return = ¿Vuelvo en 20 minutos a preguntarte cómo te fue? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .yes = Sí, vuelve
    .no = No, gracias
crisis-will-return = Te escribo en 20 minutos. Tú puedes escribir antes, cuando quieras.
    .ground = Ayúdame mientras tanto
    .distance = Sobre el arma
    .dont = No me escribas

## Volver, porque lo pidió

crisis-returned = Soy yo otra vez, como prometí. ¿Hablaste con alguien?
    .yes = Sí
    .not_yet = Todavía no
    .worse = Está peor
    .leave_me = Déjame en paz
crisis-in-the-way = Está bien. ¿Qué te frenó? Probamos otra puerta.
    .no_answer = Nadie contestó
    .silent = No puedo hablar en voz alta
    .reasons = Tengo mis razones
    .ground = Necesito un minuto primero
crisis-reached = Me alegra. Quédate cerca de alguien esta noche. ¿Te pregunto otra vez? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .tomorrow = Sí, mañana
    .week = Sí, en una semana
    .no = No, gracias
crisis-tomorrow = Te escribo entonces. Antes de eso puedes venir a cualquier hora.
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
crisis-ask-tomorrow = ¿Te pregunto mañana cómo va? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces.
    .yes = Sí
    .no = No, gracias
crisis-left-alone = Está bien. Me quedo en silencio. No pasa nada. Si empeora, escríbeme una palabra o /crisis. La puerta sigue abierta.
    .back = Sí quiero hablar
    .worse = Está peor
crisis-open-door = Está bien. Aquí estoy a cualquier hora. Escribe /crisis y los números vuelven en un segundo.
    .person = Hablar con una persona
    .ground = Ayúdame a calmarme
    .worse = Se puso peor

## Algo ya hecho, peligro en este momento

crisis-acute-called = ¿Llamaste? ¿O alguien está llamando por ti?
    .coming = La ayuda viene
    .cannot = No puedo llamar
    .wont = No quiero
    .not_me = No se trata de mí
crisis-acute-sure = Está bien. Para entenderte bien: ¿hay alguien herido, o a punto de estarlo, ahora mismo?
    .mine = Sí, yo
    .other = Sí, otra persona
    .work = No, fue un servicio en el trabajo
crisis-acute-wait = Bien. Quita el seguro de la puerta. Prende una luz. Quédate con alguien, o en el teléfono hasta que lleguen. Diles qué pasó y qué tomaste.
    .with = Ya hay alguien conmigo
    .ground = Quédate conmigo
crisis-acute-cannot = Acércate a una persona: un vecino, el cuarto de al lado, la calle. Manda estas palabras a quien sea, o escribe en lugar de llamar.
    .coming = Alguien viene
    .nobody = No hay nadie
crisis-acute-wont = Una parte de ti me escribió. Deja que esa parte decida la próxima hora. Aléjate de eso, ve donde haya gente, y llama. Un médico todavía puede ayudar, aunque ahora te sientas bien.
    .coming = Voy a llamar
    .line = Otra línea primero
    .distance = Alejarme de eso

## Miedo de lastimar a alguien

crisis-others-space = ¿Hay distancia entre tú y esa persona ahora? ¿Una puerta con llave u otra calle?
    .yes = Sí
    .no = No
    .not_me = No se trata de mí
crisis-others-apart = Bien. Mantenlo así esta noche. Lo dijiste en voz alta. Así es como la gente se detiene. ¿Qué sigue?
    .weapon = Guardar un arma
    .call = Hablar con alguien ahora
crisis-others-leave = Vete ahora. No tienes que explicar nada. Camina, maneja si tienes calma suficiente, o siéntate afuera. Si estás a punto de hacerlo, llama.
    .left = Ya salí
    .cannot = No puedo salir

## Sin seguridad en casa

crisis-home-safe-now = ¿Estás a salvo ahora mismo?
    .yes = Por ahora, sí
    .no = No
    .officer = Esa persona es policía
    .i_hurt = Yo lastimé a alguien
    .not_me = No se trata de mí
crisis-home-out = Si puedes, ve a un cuarto con salida o con un vecino. Aléjate de la cocina, del garaje y de donde haya armas. Llama cuando sea seguro.
    .out = Ya salí
    .cannot = No puedo salir
crisis-home-contact = Estas personas saben planear esto contigo, a tu ritmo. No tienes que decidir nada esta noche.
    .traces = Que no se note que vine
    .officer = Esa persona es policía
    .low = Pienso en morir
crisis-home-officer = Cuando quien te lastima lleva placa, llama primero a una línea de ayuda y dilo. Conocen estos casos. Pueden ayudarte a planear antes de una denuncia, y a encontrar una agencia que no sea la suya.
    .traces = Que no se note que vine
    .low = Pienso en morir
crisis-home-traces = Borra este chat en Telegram, en todos los aparatos. Usa un teléfono que no pueda revisar. Una cuenta compartida o un teléfono del trabajo puede mostrar que estuviste aquí.
    .person = Los números otra vez
    .low = Pienso en morir
crisis-home-i-hurt = Decirlo es empezar a parar. Sal de ahí ahora, para que nadie salga lastimado. Las líneas también hablan con quien lastimó a alguien.
    .apart = Ya me alejé
    .low = Pienso en morir

## Otra persona

crisis-other-now = ¿Está en peligro ahora mismo? ¿Hizo algo, o tiene un plan para hoy?
    .yes = Sí, ahora
    .unsure = No estoy seguro
    .no = No, pero me preocupa
    .me = Se trata de mí
crisis-other-emergency = Llama ahora, y quédate a su lado si es seguro para ti. No le dejes a solas. Si hay un arma de por medio, dilo al llamar, y di que es policía.
    .coming = La ayuda viene
    .where = No sé dónde está
    .wont_call = Me da miedo llamar
crisis-other-where = Llama a emergencias de todos modos. Di quién es, qué te dijo, su auto y los lugares a los que va. Sigue llamando y escribiendo: "Aquí estoy. ¿Dónde estás? Voy para allá."
    .called = Ya llamé
    .wont_call = Me da miedo llamar
crisis-other-barrier = Es difícil cuando puede costarle el trabajo. Por un trabajo se puede pelear después. Si tienes dudas, pregunta primero a una línea. Lo piensan contigo.
    .called = Ya llamé
    .ask = ¿Cómo le pregunto?
crisis-other-stay = Bien. Quédate. No necesitas las palabras perfectas. Siéntate, escucha y acompaña hasta que llegue la ayuda.
    .means = ¿Y las armas?
    .yourself = ¿Y yo?
crisis-other-ask = Pregunta de frente. No le mete la idea en la cabeza. "Has cargado con mucho. ¿Estás pensando en matarte?" Luego calla y escucha.
    .said_yes = Dijo que sí
    .said_no = Dijo que no
    .cannot_ask = No puedo preguntar
crisis-other-said-yes = Di: "Qué bueno que me lo dijiste. Me quedo." No discutas, no prometas guardar el secreto. Llamen juntos a una línea, en altavoz.
    .means = ¿Y las armas?
    .now = Tiene un plan para hoy
    .wont_call = No quiere llamar
crisis-other-said-no = Créele, y deja la puerta abierta: "Si eso cambia, llámame primero, a cualquier hora." Vuelve a preguntar mañana. Confía en tu instinto si algo no cuadra.
    .means = ¿Y las armas?
    .yourself = ¿Y yo?
crisis-other-cannot = Entonces busca a quien sí pueda: un amigo de confianza, un par, un capellán. Una línea te ayuda a planear cómo.
    .now = Se volvió urgente
    .yourself = ¿Y yo?
crisis-other-means = El tiempo y la distancia salvan vidas. Ofrece guardar las armas por ahora, o ponles llave y quédate con ella. Di: "Solo hasta que pase esta semana." No se las quites a la fuerza. Las reglas para entregar armas cambian según el lugar.
    .yourself = ¿Y yo?
    .now = Se volvió urgente
crisis-other-yourself = No puedes cargar con esto a solas. Díselo esta noche a una persona de confianza. Lo que esa persona decida no es tu culpa. También puedes llamar por ti.
    .now = Se volvió urgente
    .me = Yo tampoco estoy bien
    .back = Pregúntame mañana
crisis-other-return = ¿Te pregunto mañana cómo va? Para escribirte tengo que guardar tu número de chat, cifrado, hasta entonces. Nadie que esa persona conozca puede verlo.
    .yes = Sí
    .no = No, gracias

## Un niño o adolescente

crisis-minor-adult = ¿Hay un adulto de confianza que pueda estar contigo ahora? ¿Tu mamá o papá, una tía, un entrenador, un vecino?
    .yes = Sí
    .no = No
    .home = En casa no es seguro
    .not_me = No se trata de mí
crisis-minor-tell = Ve con esa persona y muéstrale esto: "Estoy pensando en hacerme daño y necesito que te quedes conmigo." No tienes que decir más.
    .told = Ya lo sabe
    .cannot = No puedo
crisis-minor-text = Entonces escribe o llama aquí. No te vas a meter en problemas por hacerlo. Hablan con gente de tu edad todos los días.
    .doing = Lo estoy haciendo
    .not_now = No quiero

## Después de un suicidio

crisis-bereaved = ¿Te puedo preguntar de frente? Desde que pasó, ¿has pensado en matarte?
    .yes = Sí
    .no = No
    .rather_not = Prefiero no decirlo
crisis-bereaved-with = Había en eso más de lo que una sola cosa o persona podía cambiar. Estos días, quédate con gente. Cuidado con el alcohol. Habla con alguien que haya pasado por lo mismo.
    .talk = Quiero desahogarme
    .back = Pregúntame mañana

## Respuestas escritas en vez de tocadas

crisis-heard = Te escucho.
crisis-still-here = Aquí estoy. Sin prisa. Puedes tocar una respuesta o escribir.
crisis-old-screen = Ese era un mensaje anterior. Ahora estamos aquí:
crisis-no-return = Ahora no puedo poner un recordatorio. Por favor pon una alarma de 20 minutos y escríbeme entonces.
crisis-support = Eso suena pesado. Qué bueno que lo dijiste.
crisis-work = Eso suena a un servicio duro. Mi respeto.
