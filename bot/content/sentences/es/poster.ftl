### El cartel impreso. Cada parte está junto a su gemela en inglés en una sola página. Sin revisar aún.

poster-title = Escanea para unirte a { $department }
poster-what = Consejos cortos de vez en cuando, y ayuda a cualquier hora: para ti, un compañero o tu familia.
poster-phone = Usa tu propio teléfono, no uno del departamento.
poster-sees-head = Qué puede ver { $department }
poster-sees = Más o menos cuántas personas se unieron: un rango, contado una vez por semana, nunca un número menor de 11. De cada trimestre pasado, totales aproximados, nunca menores de 11.
poster-sees-not-head = Qué no puede ver
poster-sees-not = Que te uniste. Quién eres. Qué escribes o buscas. Si pediste ayuda.
poster-limit-head = El límite
poster-limit = Quien administra el servidor y tiene su clave secreta podría comprobar si una cuenta de Telegram se unió. Este bot no guarda lo que escribes. Telegram guarda su propia copia del chat.
poster-leave = No tienes que unirte. Toda la ayuda funciona sin eso. Puedes salirte con un toque.
poster-bot = Es un programa, no una persona. Nadie está mirando el chat.
poster-danger = ¿En peligro ahora, o te preocupa alguien?
poster-search = ¿Sin cámara? Abre esto en Telegram:
