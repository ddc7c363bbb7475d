# Lo que se dice a palabras escritas en vez de tocar. Aún sin revisar.

checkin-done-ask = Todavía no terminamos. "Parar aquí" lo termina y tus respuestas se borran. O responde esta:
checkin-vent-heard-more = Sigo contigo. Tómate tu tiempo.
checkin-vent-heard-still = Leo todo lo que escribes. ¿Qué más?
checkin-vent-heard-person = Aquí estoy, y soy un programa. Si te haría bien oír una voz, toca "Alguien con quien hablar". O sigue escribiendo.
checkin-took = Entendí: { $answer }.
plan-again = De vuelta a tu plan. Tu línea está ahí.
