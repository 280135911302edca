// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the calls of one appliance: finds the endpoint, lets faults happen, remembers all. */
final class ApplianceFront {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Map<String, Endpoint> ENDPOINTS =
      Map.of(
          "/oauth2/token", new TokenEndpoint(),
          "/api/command", new CommandEndpoint(),
          "/api/backup", new BackupEndpoint(),
          "/check_health", new ProbeEndpoint());

  private final SimulatedAppliance appliance;
  private final SimulatedTime time;

  ApplianceFront(SimulatedAppliance appliance, SimulatedTime time) {
    this.appliance = appliance;
    this.time = time;
  }

  /** Answers a call that came over {@code connection}; null if that is gone already. */
  Answer answer(Call call, @Nullable RelayedConnection connection) {
    Instant at = time.instant();
    CallKind kind = call.kind();
    @Nullable ApplianceFault fault = appliance.nextFault(kind).orElse(null);
    Answer answer = fault == null ? carryOut(call) : carryOut(call, fault);
    boolean silent = fault != null && fault.passingBytes() == 0;
    appliance.record(
        new RecordedCall(
            at,
            kind,
            call.method(),
            call.path(),
            call.header("host").orElse(""),
            call.harmlessParameters(),
            silent ? RecordedCall.NO_STATUS : answer.status(),
            answer.carriedOut(),
            fault));
    if (connection != null && fault != null && fault.passingBytes() < Long.MAX_VALUE) {
      connection.limit(fault.passingBytes(), fault.cutsConnection());
    }
    return withCommonHeaders(answer, call);
  }

  private Answer carryOut(Call call, ApplianceFault fault) {
    return fault
        .insteadOfWork()
        .map(instead -> Answer.of(instead.status(), instead.headers(), instead.body()))
        .orElseGet(() -> carryOut(call));
  }

  private Answer carryOut(Call call) {
    Endpoint endpoint = ENDPOINTS.get(call.path());
    if (endpoint == null) {
      return Answer.of(404, Map.of("Content-Type", "text/html"), "<h1>Not Found</h1>\n");
    }
    if (!endpoint.methods().contains(call.method())) {
      String allowed = String.join(", ", new TreeSet<>(endpoint.methods()));
      return Answer.of(405, Map.of("Allow", allowed), "");
    }
    if (endpoint.needsToken() && !hasValidToken(call)) {
      return JsonText.error(
          401, "access_denied", "The resource owner or authorization server denied the request.");
    }
    return endpoint.answer(appliance, call);
  }

  private boolean hasValidToken(Call call) {
    String header = call.header("authorization").orElse("");
    return header.toLowerCase(Locale.ROOT).startsWith("bearer ")
        && appliance.isTokenValid(header.substring("bearer ".length()).strip());
  }

  /**
   * Adds what each answer has. Chunked is said aloud: without it, a caller who sends {@code
   * Connection: close} would get a body that ends with the connection, and could not tell a whole
   * one from a cut one.
   *
   * @source W-RAGMOB
   */
  private Answer withCommonHeaders(Answer answer, Call call) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Date", HTTP_DATE.format(time.instant()));
    all.put("Server", "Apache");
    if (!call.asksToClose()) {
      all.put("Connection", "close"); // otherwise the server below says it by itself
    }
    all.putAll(answer.headers());
    boolean measured =
        answer.headers().keySet().stream().anyMatch("Content-Length"::equalsIgnoreCase);
    if (!measured && answer.status() != 204 && answer.status() != 304) {
      all.put("Transfer-Encoding", "chunked");
    }
    return new Answer(answer.status(), all, answer.body(), answer.carriedOut());
  }
}
