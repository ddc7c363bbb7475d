// The wire to the sandbox: one stream of server-sent events in, small JSON posts out. Reconnects by itself.
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4000;

/** Listens until the page closes. Each (re)connection begins with a full "state" event, so nothing can be missed. */
export function listen(onEvent, onConnection) {
  let wait = FIRST_WAIT;
  const connect = () => {
    const stream = new EventSource("/api/events");
    stream.onopen = () => { wait = FIRST_WAIT; onConnection(true); };
    stream.onmessage = (event) => onEvent(JSON.parse(event.data));
    stream.onerror = () => {
      onConnection(false);
      stream.close();
      setTimeout(connect, wait);
      wait = Math.min(wait * 1.7, LONGEST_WAIT);
    };
  };
  connect();
}

/** Does something as one of the people. Gives the answer, or throws an Error whose `status` is 0 without a connection. */
export async function act(seat, action, values = {}) {
  let response;
  try {
    response = await fetch(`/api/people/${encodeURIComponent(seat)}/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(values),
    });
  } catch {
    throw Object.assign(new Error("no answer"), { status: 0 });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(answer.error ?? "refused"), { status: response.status });
  return answer;
}
