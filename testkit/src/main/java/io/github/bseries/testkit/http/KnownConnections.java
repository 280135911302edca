// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The connections through all relays of a server by their names, see {@link NamedConnections}. The
 * system uses a port again when it is free: so of two with the same name the one that is open is
 * meant, whichever relay it came through, and of two that are closed the younger one.
 *
 * <p>Safe for use by several threads.
 */
final class KnownConnections {

  /** So many connections that are closed are still known: a request of theirs may be under way. */
  private static final int REMEMBERED = 1024;

  private final Map<String, RelayedConnection> open = new HashMap<>();
  private final Map<String, RelayedConnection> closed = new LinkedHashMap<>();

  synchronized void opened(String name, RelayedConnection connection) {
    open.put(name, connection);
  }

  synchronized void closed(String name, RelayedConnection connection) {
    open.remove(name, connection); // not one that has got the name meanwhile
    closed.remove(name); // so that it counts as the youngest one
    closed.put(name, connection);
    if (closed.size() > REMEMBERED) {
      closed.remove(closed.keySet().iterator().next());
    }
  }

  /** Returns the connection with this name; null if none is known. */
  synchronized @Nullable RelayedConnection named(String name) {
    RelayedConnection found = open.get(name);
    return found == null ? closed.get(name) : found;
  }
}
