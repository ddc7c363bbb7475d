### Lo que se dice a palabras escritas en medio del protocolo de crisis. Sin emojis. Aún sin revisión clínica.
### Qué palabras significan qué: content/flows/heard.toml. Lo que sigue: content/flows/crisis.toml.

## Un número que queda a la vista: dos líneas cortas

crisis-short-emergency = Emergencias: <b>{ $number }</b>
crisis-short-line = Alguien con quien hablar, a cualquier hora: <b>{ $number }</b>
crisis-short-line-text = Llama o manda un mensaje a cualquier hora: <b>{ $number }</b>
crisis-card-cannot-call = No puedo llamar por ti. Llama ahora, o pide que llame alguien cerca de ti.
crisis-card-emergency-first-other = <b>Llama al { $number } ahora.</b> Quédate a su lado si es seguro para ti.
crisis-card-named = Para { $country }: emergencias <b>{ $emergency }</b>, a cualquier hora <b>{ $number }</b>

## Las palabras que no llevan a ningún paso se escuchan, cada vez con otra frase

crisis-heard-with-you = Estoy contigo. Una línea, una palabra, todo cuenta.
crisis-heard-someone = Leo cada palabra. Deja que también las oiga una persona.
crisis-heard-home = Aquí estoy. Puedes escribir: está aquí. Ya salí. No puedo salir.
crisis-heard-home-more = Aquí sigo. Si escribir no es seguro, llama o sal primero.
crisis-said-which = Quiero entenderte bien. Toca lo que más se acerque, o dilo en pocas palabras.

## Respuestas cortas, mientras el paso sigue abierto

crisis-said-thanks = De nada. Aquí me quedo. Escribe cuando quieras.
crisis-said-ok = Está bien. Aquí estoy.
crisis-said-better = Qué bueno que pesa un poco menos. Si cambia, basta una palabra.
crisis-said-joke = Está bien. Prefiero preguntar de más. Si algo era verdad, aquí estoy.
crisis-said-number = Aquí están los números:
crisis-said-call = Sí. Llama. No tienes que estar seguro de nada ni saber qué decir.
crisis-said-no-answer = Qué difícil. Prueba el siguiente número, o ve con una persona.
crisis-said-arrived = Bien. Cuéntales lo que pasó, tal como fue. Aquí estoy si me necesitas.
crisis-said-called = Bien. Quédate al teléfono con ellos si puedes.
crisis-said-calling = Bien. Hazlo ahora, antes que nada. Aquí estoy cuando vuelvas.
crisis-said-do-it = Bien. Hazlo ahora. Aquí estoy cuando vuelvas.
crisis-said-stay = Bien. Quédate donde te encuentren. Aquí estoy.
crisis-said-have-them-call = Qué bueno que no estás a solas. Pídele que llame ahora y quédate a su lado.
crisis-said-body = Llama ahora, o pide que alguien llame. No esperes a que pase, y no te duermas.
crisis-said-means = Pon distancia entre tú y eso ahora. Otro cuarto, o afuera, donde haya alguien.
crisis-said-means-other = Dilo cuando llames. No se lo quites a la fuerza. Guarda tu propia distancia.
crisis-said-put-away = Bien. Eso costó. Ahora aléjate de ahí, y no te quedes a solas.
crisis-said-kids = Ellos no deberían cargar con esto. Que también haya un adulto contigo.
crisis-said-alive = Bien. Quédate al teléfono con emergencias y haz lo que te digan.
crisis-said-home-near = Acércate a una puerta o ventana si puedes. Lejos de la cocina. Llama en cuanto puedas, aunque no hables.
crisis-said-out = Bien. Quédate donde haya gente. No vuelvas a solas.
crisis-said-gone = Entonces este puede ser el momento de salir, o de llamar. Tú decides.
crisis-said-this-hour = Está bien. Mañana o más adelante, más o menos a esta hora.
crisis-said-when = Puedo volver en 20 minutos, o mañana a esta hora. Escribe "20" o "mañana".
crisis-said-tomorrow-only = Puedo preguntarte mañana, más o menos a esta hora. ¿Está bien?
crisis-cleared-promise = /start abre el menú. No te voy a escribir primero.
crisis-said-erase-tap = Escribiendo no se borra nada. Para borrar todo, toca el botón de arriba.
