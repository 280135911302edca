// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * The plain page {@code /check_health}: asked for once, without a token and outside of the limits,
 * as a load balancer would.
 *
 * @source D-HEALTH
 */
final class ProbeCall {

  private final HttpCaller http;
  private final HttpCall call;
  private final InstantSource clock;
  private final CallEvents events;

  ProbeCall(HttpCaller http, HttpCall.Timeouts timeouts, InstantSource clock, CallEvents events) {
    this.http = http;
    this.call = HttpCall.get("/check_health", Map.of(), timeouts);
    this.clock = clock;
    this.events = events;
  }

  /** Sends it, and leaves it to others what the answer means. */
  HttpResult<byte[]> send() {
    http.checkOpen();
    CallEvents.Span span = events.start("probe");
    HttpResult<byte[]> result = http.send(call);
    if (result instanceof HttpResult.Answered<byte[]> answered) {
      span.answered(answered.head().status());
    } else {
      span.failed(((HttpResult.Failed<byte[]>) result).reason());
    }
    return result;
  }

  Probe ask() {
    HttpResult<byte[]> result = send();
    Instant at = clock.instant();
    if (!(result instanceof HttpResult.Answered<byte[]> answered)) {
      return new Probe.Unknown(at, ((HttpResult.Failed<byte[]>) result).reason());
    }
    return switch (answered.head().status()) {
      case 200 -> new Probe.Answers(at);
      case 500 -> new Probe.Ails(at);
      default -> new Probe.Unknown(at, "status " + answered.head().status());
    };
  }
}
