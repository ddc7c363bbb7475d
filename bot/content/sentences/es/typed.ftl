# Lo que se dice a palabras escritas en vez de tocar. Aún sin revisar.

checkin-done-ask = Todavía no terminamos. "Parar aquí" lo termina y tus respuestas se borran. O responde esta:
checkin-vent-heard-more = Sigo contigo. Tómate tu tiempo.
checkin-vent-heard-still = Leo todo lo que escribes. ¿Qué más?
checkin-vent-heard-person = Aquí estoy, y soy un programa. Si te haría bien oír una voz, toca "Alguien con quien hablar". O sigue escribiendo.
checkin-took = Entendí: { $answer }.
plan-again = De vuelta a tu plan. Tu línea está ahí.

command-menu = El menú
command-settings = Idioma y país
prompts-typed-leave = O escribe "salir" para dejarlo.
prompts-typed-window = No lo entendí. Toca una hora o escríbela: "8 am", "20:30", "noche".
prompts-typed-rota = No lo entendí. Toca cómo van tus días. Las horas vienen después.
prompts-typed-tap = No lo entendí. Toca una de estas, por favor.

talk-bye = Cuídate. Aquí estoy a cualquier hora. Si es una despedida dura, quédate un momento y toca el botón para hablar con alguien ya.
talk-news = Qué buena noticia. Gracias por contarla. Pregúntame cuando quieras por sueño, estrés, familia o dónde hay ayuda.
talk-hello = Por aquí bien. Soy un programa, pero no duermo. Pregúntame por sueño, estrés, alcohol, familia o dónde hay ayuda.
talk-chat = Va. Soy un programa y me van mejor las preguntas: sueño, estrés, alcohol, familia, dinero o dónde hay ayuda. Si algo te pesa, dilo.
