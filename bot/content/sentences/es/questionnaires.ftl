# Lo que se dice alrededor de los cuestionarios. Las preguntas son de sus dueños: bot/content/questionnaires.
# Cada resultado termina en con quién hablar. `.short` va al lado de la gráfica.

score-intro-phq4 =
    Cuatro preguntas cortas sobre las últimas dos semanas. Vienen palabra por palabra de un cuestionario médico; por eso suenan formales y dicen "usted".

    No es un examen y no le pone nombre a ninguna enfermedad.
score-intro-phq9 =
    Nueve preguntas sobre tu ánimo en las últimas dos semanas, palabra por palabra de un cuestionario médico; por eso dicen "usted". La última habla de la muerte y de lastimarse.

    Los turnos de noche y las lesiones pueden subir el número. No le pone nombre a ninguna enfermedad.
score-intro-gad7 =
    Siete preguntas sobre preocupación en las últimas dos semanas, palabra por palabra de un cuestionario médico; por eso dicen "usted".

    No es un examen y no le pone nombre a ninguna enfermedad.
score-intro-audit-c =
    Hasta tres preguntas sobre el alcohol en el último año, palabra por palabra de la Organización Mundial de la Salud; por eso dicen "usted".

    Una bebida es una cerveza de 355 ml, una copa de vino de 150 ml o 45 ml de licor.
score-intro-pc-ptsd-5 =
    Hasta seis preguntas de sí o no sobre algo que dio miedo. Vienen palabra por palabra del Departamento de Asuntos de Veteranos de EE. UU. Solo existen en inglés.

    No me cuentes qué fue. Pudo ser en servicio o fuera de él.

score-name-gad2 = Preocupación, dos preguntas (GAD-2)
score-name-phq2 = Ánimo, dos preguntas (PHQ-2)
score-name-phq9 = Ánimo, nueve preguntas (PHQ-9)
score-name-gad7 = Preocupación, siete preguntas (GAD-7)
score-name-audit-c = Alcohol (AUDIT-C)
score-name-pc-ptsd-5 = Después de algo que dio miedo (PC-PTSD-5)

score-gad2-0 =
    Preocupación: poca en estas dos semanas. Si otra cosa te da vueltas, también vale la pena hablarlo con alguien de tu confianza.
    .short = poco
score-gad2-3 =
    Preocupación: estuvo muy presente. Es común después de una mala racha y puede mejorar. Vale la pena hablarlo con un médico, un consejero o un compañero de apoyo.
    .short = conviene hablarlo
score-phq2-0 =
    Ánimo: poco de esto en estas dos semanas. Si otra cosa te pesa, también vale la pena hablarlo con alguien de tu confianza.
    .short = poco
score-phq2-3 =
    Ánimo: bajo, o pocas ganas de hacer cosas, en muchos de estos días. Es común y puede mejorar. Vale la pena hablarlo con un médico, un consejero o un compañero de apoyo.
    .short = conviene hablarlo

score-phq9-0 =
    Poco de esto en las últimas dos semanas. Si algo todavía te pesa, vale la pena hablarlo con alguien de tu confianza.
    .short = poco
score-phq9-5 =
    Algo de esto, algunos días. El trabajo de noche o el dolor pueden ser parte. Si dura unas semanas, vale la pena hablarlo con un compañero de apoyo o tu médico.
    .short = algo
score-phq9-10 =
    Bastante de esto, muchos días. Es común y la gente mejora. En los próximos días, vale la pena hablarlo con un médico o un consejero.
    .short = conviene hablarlo
score-phq9-15 =
    Mucho de esto, la mayoría de los días. Nadie debería cargar eso a solas, y puede mejorar. Esta misma semana, vale la pena hablarlo con un médico o un consejero.
    .short = conviene hablarlo pronto
score-phq9-20 =
    Casi todo esto, casi todos los días. Es una carga pesada, y la ayuda sirve. Hoy o mañana, vale la pena hablarlo con un médico o un consejero.
    .short = conviene hablarlo ya

score-gad7-0 =
    Poca preocupación en las últimas dos semanas. Si algo todavía te quita el sueño, vale la pena hablarlo con alguien de tu confianza.
    .short = poco
score-gad7-5 =
    Algo de preocupación, algunos días. Si dura unas semanas, vale la pena hablarlo con un compañero de apoyo o tu médico.
    .short = algo
score-gad7-10 =
    Bastante preocupación, muchos días. Es común y la gente mejora. En los próximos días, vale la pena hablarlo con un médico o un consejero.
    .short = conviene hablarlo
score-gad7-15 =
    Mucha preocupación, la mayoría de los días. Nadie debería cargar eso a solas, y la ayuda sirve. Esta misma semana, vale la pena hablarlo con un médico o un consejero.
    .short = conviene hablarlo pronto

score-audit-c-0 =
    Alcohol: por debajo del punto en que un médico pregunta más. Si aun así te preocupa, a ti o a los tuyos, vale la pena hablarlo con alguien de tu confianza.
    .short = bajo
score-audit-c-3 =
    Alcohol: justo en el punto en que un médico pregunta más. Vale la pena hablarlo con tu médico o con un compañero que ya pasó por eso.
    .short = conviene revisarlo
score-audit-c-4 =
    Alcohol: por encima del punto en que un médico pregunta más. Mucha gente bebe menos con un poco de ayuda. Vale la pena hablarlo con tu médico o con un compañero que ya pasó por eso.
    .short = conviene hablarlo
score-audit-c-8 =
    Alcohol: muy por encima del punto en que un médico pregunta más. No lo dejes de golpe por tu cuenta: puede ser peligroso. Esta misma semana, vale la pena hablarlo con un médico.
    .short = conviene hablarlo pronto
score-audit-c-often =
    Tus puntos vienen de la frecuencia, no de la cantidad. Puede que estés dentro de los límites. Si tienes dudas, vale la pena hablarlo con tu propio médico.

score-pc-ptsd-5-0 =
    Pocas señales de que algo malo te siga acompañando. Estar en guardia puede ser simplemente el trabajo. Si eso cambia, vale la pena hablarlo con alguien de tu confianza.
    .short = poco
score-pc-ptsd-5-3 =
    Algunas señales de que algo malo te sigue acompañando. Es común y puede mejorar. Vale la pena hablarlo con un médico o un consejero que conozca el trabajo policial.
    .short = conviene revisarlo
score-pc-ptsd-5-4 =
    Varias señales de que algo malo te sigue acompañando. Es una reacción normal, y la ayuda sirve. Vale la pena hablarlo con un médico o un consejero que conozca el trabajo policial.
    .short = conviene hablarlo
