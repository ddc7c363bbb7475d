// What the page itself says, in English and Spanish. What the bot says never lies here.
const WORDS = {
  en: {
    promise: "Sandbox. Nothing leaves this computer. Messages are kept in memory and gone when you stop it.",
    page_language: "Language of this page",
    people: "People",
    phone_language: "Telegram language of: {who}",
    theme_auto: "Colors: as your system. Switch to light",
    theme_light: "Colors: light. Switch to dark",
    theme_dark: "Colors: dark. Switch to automatic",
    offline: "The sandbox does not answer. Trying again…",
    back: "Connected again",
    unread: "{n} new",
    bot: "bot",
    typing: "typing…",
    blocked_status: "blocked",
    chat_with: "Chat with {bot} as: {who}",
    messages: "Messages",
    messages_how: "Arrow keys walk through the messages, Enter opens the menu of one.",
    message: "Message",
    message_to: "Message to {bot}",
    send: "Send",
    save_edit: "Save the change",
    attach: "Attach",
    menu: "Menu",
    commands: "Commands",
    chat_menu: "Chat menu",
    start: "Start",
    open_link: "Open the invitation link",
    restart: "Unblock and restart",
    block: "Block the bot",
    unblock: "Unblock the bot",
    clear_view: "Clear this view",
    cleared: "View cleared. The bot still remembers what it remembers.",
    what_can: "What can this bot do?",
    new_messages: "New messages",
    jump_down: "Go to the newest message",
    you: "You",
    edited: "edited",
    sending: "sending",
    sent: "sent",
    edit: "Edit",
    editing: "Edit message",
    reply: "Reply",
    reply_to: "Reply to {who}",
    in_reply: "In reply to {who}: {text}",
    copy: "Copy text",
    copied: "Copied",
    copy_number: "Copy number",
    forward: "Forward",
    no_forward: "Forwarding is switched off",
    forward_ok: "Can be forwarded",
    forwarded: "Forwarded message",
    pinned: "Pinned message",
    buttons: "Buttons",
    opens_page: "opens a web page",
    copies: "copies text",
    call: "Call",
    cancel: "Cancel",
    open: "Open",
    ok: "OK",
    leave: "Open this page on the internet?",
    message_menu: "Message menu",
    photo: "Photo",
    animation: "Animation",
    voice: "Voice note",
    voice_stand_in: "sandbox stand-in, no sound",
    sticker: "Sticker",
    contact: "Contact",
    location: "Location",
    video: "Video",
    document: "File",
    unknown: "A message this page cannot show",
    play: "Play",
    show_spoiler: "Hidden text. Show it",
    show_all: "Show all",
    show_less: "Show less",
    today: "Today",
    yesterday: "Yesterday",
    failed: "Not sent: the sandbox did not answer.",
    refused: "That did not work.",
    too_old: "This message is no longer there.",
  },
  es: {
    promise: "Espacio de pruebas. Nada sale de esta computadora. Los mensajes se guardan en memoria y desaparecen al cerrarlo.",
    page_language: "Idioma de esta página",
    people: "Personas",
    phone_language: "Idioma de Telegram de: {who}",
    theme_auto: "Colores: los de tu sistema. Cambiar a claro",
    theme_light: "Colores: claro. Cambiar a oscuro",
    theme_dark: "Colores: oscuro. Cambiar a automático",
    offline: "El espacio de pruebas no responde. Intentando otra vez…",
    back: "Conectado de nuevo",
    unread: "{n} nuevos",
    bot: "bot",
    typing: "escribiendo…",
    blocked_status: "bloqueado",
    chat_with: "Chat con {bot} como: {who}",
    messages: "Mensajes",
    messages_how: "Con las flechas recorres los mensajes; Intro abre el menú de uno.",
    message: "Mensaje",
    message_to: "Mensaje para {bot}",
    send: "Enviar",
    save_edit: "Guardar el cambio",
    attach: "Adjuntar",
    menu: "Menú",
    commands: "Comandos",
    chat_menu: "Menú del chat",
    start: "Iniciar",
    open_link: "Abrir el enlace de invitación",
    restart: "Desbloquear y reiniciar",
    block: "Bloquear el bot",
    unblock: "Desbloquear el bot",
    clear_view: "Vaciar esta vista",
    cleared: "Vista vacía. El bot todavía recuerda lo que recuerda.",
    what_can: "¿Qué puede hacer este bot?",
    new_messages: "Mensajes nuevos",
    jump_down: "Ir al mensaje más reciente",
    you: "Tú",
    edited: "editado",
    sending: "enviando",
    sent: "enviado",
    edit: "Editar",
    editing: "Editar mensaje",
    reply: "Responder",
    reply_to: "Responder a {who}",
    in_reply: "En respuesta a {who}: {text}",
    copy: "Copiar texto",
    copied: "Copiado",
    copy_number: "Copiar número",
    forward: "Reenviar",
    no_forward: "No se puede reenviar",
    forward_ok: "Se puede reenviar",
    forwarded: "Mensaje reenviado",
    pinned: "Mensaje fijado",
    buttons: "Botones",
    opens_page: "abre una página web",
    copies: "copia texto",
    call: "Llamar",
    cancel: "Cancelar",
    open: "Abrir",
    ok: "Aceptar",
    leave: "¿Abrir esta página en internet?",
    message_menu: "Menú del mensaje",
    photo: "Foto",
    animation: "Animación",
    voice: "Nota de voz",
    voice_stand_in: "de prueba, sin sonido",
    sticker: "Sticker",
    contact: "Contacto",
    location: "Ubicación",
    video: "Video",
    document: "Archivo",
    unknown: "Un mensaje que esta página no puede mostrar",
    play: "Reproducir",
    show_spoiler: "Texto oculto. Mostrar",
    show_all: "Mostrar todo",
    show_less: "Mostrar menos",
    today: "Hoy",
    yesterday: "Ayer",
    failed: "No se envió: el espacio de pruebas no respondió.",
    refused: "Eso no funcionó.",
    too_old: "Ese mensaje ya no está.",
  },
};

export const LANGUAGES = Object.keys(WORDS);

/** A language we have words for: "es-MX" gives "es", anything unknown gives "en". */
export function known(code) {
  const short = String(code || "").slice(0, 2).toLowerCase();
  return LANGUAGES.includes(short) ? short : "en";
}

/** One sentence of the page. An unknown key shows itself, so that a test and an eye can find it. */
export function say(lang, key, values = {}) {
  const sentence = WORDS[known(lang)][key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** A text that may be one string or one string a language. */
export function pick(text, lang) {
  if (typeof text === "string") return text;
  return text?.[known(lang)] ?? text?.en ?? "";
}

const formats = new Map();

/** Making a format is slow, using it is not: a long chat asks for the same one for every message. */
function format(lang, shape) {
  const key = lang + JSON.stringify(shape);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang, shape));
  return formats.get(key);
}

/** Hour and minute as the reader's phone writes them. */
export function clock(date, lang) {
  return format(lang, { hour: "numeric", minute: "2-digit" }).format(new Date(date));
}

/** The day a message came: today, yesterday, or the date. */
export function day(when, lang) {
  const date = new Date(when);
  const midnight = (one) => new Date(one.getFullYear(), one.getMonth(), one.getDate()).getTime();
  const ago = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  if (ago === 0) return say(lang, "today");
  if (ago === 1) return say(lang, "yesterday");
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return format(lang, { weekday: "long", month: "long", day: "numeric", year }).format(date);
}
