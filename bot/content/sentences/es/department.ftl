### Departamentos: lo que se dice antes de unirse, y lo que ve quien coordina. Aún sin revisión.

## Antes de unirse: todo esto se dice antes de guardar nada

department-invited =
    <b>{ $department }</b> te invita a unirte. Después te llegan aquí consejos cortos. Cada uno trae un botón que los detiene. No es obligatorio: toda la ayuda funciona sin eso.

    <b>Lo que { $department } puede ver:</b> más o menos cuántas personas se unieron, contadas una vez por semana. Nunca un número exacto, y nunca uno menor que 11.

    <b>Lo que no puede ver:</b> que te uniste, quién eres, qué escribes o buscas, ni si pediste ayuda.

    <b>El límite:</b> quien administra este servidor, quizás el mismo { $department }, y tiene su clave secreta podría comprobar si una cuenta de Telegram se unió. Lo que escribes nunca se guarda. Más: /privacy

    <b>Lo que guardo si te unes:</b> que este chat está con { $department }, como policía o como familia, y la dirección del chat, bajo llave, para que puedan llegar consejos; tu idioma, tu país, la puerta que elegiste y qué consejos te llegaron hace poco. Todo bajo un código, no tu nombre. Puedes salir con un toque.
department-invited-family = Como familia te unes por tu cuenta. Nadie te vincula con ningún policía, ni a ningún policía contigo.
department-invited-instead = Ahora estás con { $department }. Si te unes aquí, dejas de estar allá.
department-invited-nothing = Todavía no se guarda nada.
department-invited-coordinator =
    <b>{ $department }</b> te pide que coordines.

    <b>Lo que puedes hacer:</b> mandar consejos a quienes se unieron. Ves un rango de cuántas personas son, contadas una vez por semana.

    <b>Lo que no puedes ver:</b> quién se unió, quién recibió o leyó un consejo, una lista, un número exacto, ni lo que alguien escribe, lee o pregunta. No hay forma de preguntar por una persona.

    <b>Lo que guardo si aceptas:</b> que este chat coordina { $department }, y la dirección del chat, bajo llave: los consejos de otros coordinadores te llegan para aprobarlos. Y con eso tu idioma, tu país y la puerta que elegiste. Todo bajo un código, no tu nombre. Lo que haces al coordinar se anota por 400 días bajo otro código. /forget borra lo demás. Puedes dejarlo con un toque.

    Este enlace sirve una sola vez.
department-join = Unirme
department-join-officer = Unirme como policía
department-join-family = Unirme como familia
department-accept = Aceptar
department-later = Ahora no

## Después

department-joined = Ya estás con <b>{ $department }</b>. Sus coordinadores no pueden verlo. De vez en cuando llegan consejos. /department lo muestra, y ahí puedes salir.
department-accepted = Ya coordinas <b>{ $department }</b>. Vuelve con /department cuando quieras.
department-declined = Está bien. No se guardó nada.
department-left = Saliste. Ya no queda registro de que estabas aquí.

## /department

command-department = Tu departamento, y cómo salir
department-member = Estás con <b>{ $department }</b>. Sus coordinadores no pueden ver que estás.
department-leave = Salir
department-broadcast = Mandar un consejo
department-step-down = Dejar de coordinar
department-stepped-down = Ya no coordinas. Tu función se borró.
department-left-cancelled = Ya nadie coordina tu departamento. { $count ->
        [one] Un consejo que no había empezado se canceló.
       *[other] { $count } consejos que no habían empezado se cancelaron.
    }
department-coordinator =
    Coordinas <b>{ $department }</b>.

    Se unieron: { $reach }.
    Se cuenta una vez por semana, para que nadie pueda saber quién llegó o se fue.
department-reach-few = menos de { $floor } personas
department-reach-between = de { $least } a { $most } personas
department-reach-many = más de { $most } personas
department-none = Aquí no estás con ningún departamento. Para unirte hace falta un enlace de tu departamento. Toda la ayuda funciona sin eso.

## Enlaces que no llevan a nada

department-link-wrong = Ese enlace no sirve, o ya no. Pide uno nuevo a tu departamento. Para recibir ayuda aquí no hace falta ninguno.
department-link-wait = Demasiados enlaces que no sirven. Intenta otra vez en una hora. Para recibir ayuda aquí no hace falta ninguno.
department-link-later = Ahora no puedo comprobar ese enlace. Por favor ábrelo otra vez en unos minutos. Para recibir ayuda aquí no hace falta ninguno.

## Lo que se guarda, por nombre

privacy-kept-department = Los nombres de los departamentos, y más o menos cuántos se unieron
privacy-kept-invitation = Enlaces a departamentos, como códigos que no abren nada
privacy-kept-membership = El departamento al que te uniste
privacy-kept-role = Lo que coordinas
