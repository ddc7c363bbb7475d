### Why an entry is in an answer: a few words under its name. Not yet reviewed.

why-named = You asked for it by name
why-here = For people where you are
why-spanish = In Spanish too
why-french = In French too
why-sign = In sign language
why-text = You can write instead of calling
why-podcast = To listen to
why-online = From home, online
why-dispatch = For dispatchers too
why-corrections = For corrections staff too
why-veteran = For veterans
why-retired = For those who have left the job too
why-outside = Not run by your department
why-anonymous = You need not give your name
why-night = Open day and night
why-free = Free
why-police = Somebody who knows the job
why-someone = Somebody to talk to
why-family = For families
