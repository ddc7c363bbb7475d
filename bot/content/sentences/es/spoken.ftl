# Lo que se dice a mensajes enteros que no son una pregunta. Aún sin revisar.
spoken-hello = Hola. Aquí estoy. Escribe con tus palabras lo que pasa, o toca un botón.
spoken-thanks = De nada. Escribe cuando quieras, a cualquier hora.
spoken-ok = De acuerdo. Aquí estoy a cualquier hora.
spoken-fine = Me alegra. Si eso cambia, escribe cuando quieras.
spoken-signs = Solo puedo leer palabras. Dilo en pocas palabras, o toca un botón.
spoken-answer = Si eso era para un botón de arriba, tócalo, por favor. No guardo lo que pregunté.
spoken-stop = ¿Qué dejo de enviarte?
spoken-stop-none = No te va a llegar nada mío por sí solo. Escribo cuando tú escribes.
spoken-stop-practices = Las prácticas cortas
spoken-stop-department = Los consejos de mi departamento
spoken-stop-promise = Te dije que volvería a escribirte. Ya no lo haré.
spoken-stop-coordinating = Lo que me llega por coordinar
