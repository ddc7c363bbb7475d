### Por qué algo está en una respuesta: pocas palabras bajo su nombre. Sin revisar todavía.

why-named = Lo pediste por su nombre
why-here = Para la gente de donde estás
why-spanish = También en español
why-french = También en francés
why-sign = En lengua de señas
why-text = Puedes escribir en vez de llamar
why-podcast = Para escuchar
why-online = Desde casa, en línea
why-dispatch = También para despachadores
why-corrections = También para personal de prisiones
why-veteran = Para veteranos
why-retired = También para quienes ya dejaron el trabajo
why-outside = No depende de tu departamento
why-anonymous = No tienes que dar tu nombre
why-night = Abierto de día y de noche
why-free = Gratis
why-police = Alguien que conoce el trabajo
why-someone = Alguien con quien hablar
why-family = Para familias
