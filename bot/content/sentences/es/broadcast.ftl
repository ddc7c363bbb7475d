### Consejos que manda un departamento: elegir, escribir, revisar, aprobar, seguir. Aún sin revisión.

## Lo que se guarda, por su nombre

privacy-kept-broadcast = Consejos de un departamento que esperan, van en camino o ya salieron; sus palabras se borran al terminar
privacy-kept-ledger = Qué consejos de tu departamento te llegan, para que ninguno llegue dos veces
privacy-kept-watch = Qué mensaje de tu chat muestra cómo va un consejo
privacy-kept-reach = Cuántos policías y familiares se unieron a un departamento, más o menos
privacy-kept-audit = Qué hicieron los coordinadores y cuándo, sin nombres
