### La puerta, el menú, la ayuda, la privacidad y lo que se dice cuando algo falla. Aún sin revisión.

## La puerta

start-welcome =
    <b>Status Check</b> ayuda a policías y a sus familias a encontrar ayuda a tiempo.
    Soy un programa. Ninguna persona lee aquí. Guardo tu idioma, tu país y la puerta que elijas, bajo un código, no tu nombre.

    Los chats con bots de Telegram no están cifrados de extremo a extremo. Usa tu propio teléfono, no el del trabajo.
start-who = ¿Quién eres?
start-officer = Soy policía
start-family = Soy familiar de policía
start-department = Coordino un programa de bienestar
start-skip = Solo muéstrame ayuda
start-language = English
start-country = País: { $country }

## El menú

home-officer = ¿Qué necesitas?
home-family = Esta puerta es solo para ti. Nadie en el departamento puede ver que viniste. ¿Qué necesitas?
home-department = Aquí planeas para otras personas. ¿Qué necesitas?
home-unknown = ¿Qué necesitas?
home-hint = O escríbelo con tus palabras, como "no duermo después del turno de noche".
menu-find = Dónde encuentro ayuda
menu-crisis = Necesito a alguien ahora
menu-worried = Me preocupa mi familiar policía
menu-worried-colleague = Me preocupa alguien del trabajo
menu-privacy = Quién puede ver esto
menu-settings = Idioma y país
menu-home = Menú

## Comandos: el menú que muestra Telegram y las líneas de /help

command-start = Empezar aquí
command-help = Qué puedo hacer
command-find = Buscar la ayuda que necesitas
command-crisis = Números para llamar ahora
command-family = Para familias
command-language = Cambiar el idioma
command-country = Cambiar tu país
command-privacy = Quién puede ver qué
command-export = Qué se guarda sobre mí
command-forget = Borrar lo que se guarda sobre mí
help-intro = Escribe lo que necesitas con tus palabras, o usa un comando:
help-line = /{ $command } { $says }
help-outro = ¿En peligro? Escribe /crisis. Sin registro, sin nombre.
bot-description =
    Status Check ayuda a policías y a sus familias a encontrar ayuda a tiempo: líneas con gente que conoce el trabajo, respuestas claras, próximos pasos.
    Soy un programa. Ninguna persona lee aquí.
    ¿En peligro ahora? Llama al número de emergencias de tu país.
bot-short = Ayuda para policías y sus familias. Un programa de código abierto. Ninguna persona lee aquí.

## Idioma y país

language-ask = ¿Qué idioma?
language-set = Listo, desde ahora en español.
language-name = Español
country-ask = ¿En qué país estás? De eso dependen los números que te muestro.
country-named = ¿Estás en { $country }? De eso dependen los números que muestro.
country-help = Ayuda de { $country }
country-set = Listo. Desde ahora te muestro ayuda para: { $country }.
country-other = Otro país
country-unknown = Todavía no tengo una lista para tu país. Te muestro líneas que funcionan en muchos países.
region-ask = ¿En qué estado, provincia o parte del país? Algunas líneas atienden solo a una. Puedes saltarlo.
region-skip = Saltar
country-US = Estados Unidos
country-CA = Canadá
country-GB = Reino Unido
country-IE = Irlanda
country-AU = Australia
country-NZ = Nueva Zelanda
country-ZZ = otro país

## Familia

family-door =
    Esta puerta es tuya. Tu familiar policía y el departamento no pueden ver que viniste, y aquí nunca se te va a vincular con ellos.

    ¿De qué se trata?
family-worried = Me preocupa mi familiar policía
family-me = Ayuda para mí
family-kids = Para nuestros hijos
family-loss = Perdimos a alguien
family-home = En casa corro peligro

## Lo que no se puede leer, y lo que falla

unread-voice = No puedo escuchar mensajes de voz. Escríbelo, o habla con una persona:
unread-photo = No puedo ver imágenes. Escribe de qué se trata, o habla con una persona:
unread-other = No puedo leer ese tipo de mensaje. Escríbelo, o habla con una persona:
unread-contact = No guardo ni uso contactos. Por favor no me mandes números de otras personas. ¿Tú necesitas a alguien?
group-private = Por favor escríbeme en privado. Nada personal va en un grupo.
unknown-command = No conozco ese comando. Esto es lo que puedo hacer: /help
old-screen = Esa pantalla ya quedó atrás. Aquí va una nueva.
failed = Algo falló de mi lado, no del tuyo. Por favor intenta otra vez en un momento.
    Si no puede esperar:
