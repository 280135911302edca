// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as the simulated appliance saw it, without its secrets.
 *
 * @param at when it arrived, on the simulated time
 * @param kind what was called
 * @param method the HTTP method
 * @param path the path, without query
 * @param host what the header {@code Host} named, with its port; empty if there was none
 * @param parameters the parameters of query and form, in alphabetical order; passwords, secrets and
 *     tokens are left out
 * @param status the status of the answer; {@link #NO_STATUS} if none was sent
 * @param carriedOut whether the appliance did what it was asked for, or refused it itself; false if
 *     the call did not get so far: a fault, a missing token, a parameter that makes no sense
 * @param fault the fault that it met; null if it met none
 * @since 0.1
 */
public record RecordedCall(
    Instant at,
    CallKind kind,
    String method,
    String path,
    String host,
    Map<String, String> parameters,
    int status,
    boolean carriedOut,
    @Nullable ApplianceFault fault) {

  /** The status of a call that got no answer. */
  public static final int NO_STATUS = 0;

  /** Keeps a copy of the parameters. */
  public RecordedCall {
    requireNonNull(at, "at");
    requireNonNull(kind, "kind");
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(host, "host");
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** Returns the command that was called; null if none was named. */
  public @Nullable String action() {
    return parameters.get("action");
  }
}
