// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.Admission;
import io.github.bseries.testkit.AnswerPassage;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.ArrivingCall;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import java.lang.System.Logger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the calls of one appliance: finds the endpoint, lets faults happen, remembers all. */
final class ApplianceFront {

  private static final Logger LOG = System.getLogger(ApplianceFront.class.getName());

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Map<String, Endpoint> ENDPOINTS =
      Map.of(
          "/oauth2/token", new TokenEndpoint(),
          "/api/command", new CommandEndpoint(),
          "/api/backup", new BackupEndpoint(),
          "/check_health", new ProbeEndpoint());

  private final SimulatedPair pair;
  private final SimulatedAppliance appliance;
  private final Map<String, Endpoint> endpoints;
  private final SimulatedTime time;

  ApplianceFront(SimulatedPair pair, SimulatedAppliance appliance) {
    this(pair, appliance, ENDPOINTS);
  }

  ApplianceFront(
      SimulatedPair pair, SimulatedAppliance appliance, Map<String, Endpoint> endpoints) {
    this.pair = pair;
    this.appliance = appliance;
    this.endpoints = Map.copyOf(endpoints);
    this.time = pair.time();
  }

  /** Answers a call that came over {@code connection}, which may be closed by now. */
  Answer answer(Call call, RelayedConnection connection) {
    Instant at = time.instant();
    CallKind kind = call.kind();
    @Nullable ApplianceFault fault =
        pair.callFaults()
            .meet(
                new ArrivingCall(
                    appliance.label(),
                    connection.isThroughSite(),
                    kind,
                    call.path(),
                    call.harmlessParameters()))
            .orElse(null);
    Arrival arrival = arrival(call, connection, fault);
    Answer answer = answer(arrival, fault);
    AnswerPassage passage = fault == null ? AnswerPassage.WHOLE : fault.passage();
    appliance
        .api()
        .record(
            new RecordedCall(
                at,
                kind,
                call.method(),
                call.path(),
                call.header("host").orElse(""),
                call.harmlessParameters(),
                passage.passingBytes() == 0 ? RecordedCall.NO_STATUS : answer.status(),
                answer.carriedOut(),
                fault));
    if (!passage.equals(AnswerPassage.WHOLE)) {
      connection.limit(passage);
    }
    return withCommonHeaders(answer, call);
  }

  /**
   * Answers whatever happens: who calls has to do with an appliance, not with what it is made of.
   */
  private Answer answer(Arrival arrival, @Nullable ApplianceFault fault) {
    try {
      return fault == null ? carryOut(arrival) : carryOut(arrival, fault);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Logger.Level.ERROR, "the simulated appliance failed to answer " + arrival.call(), e);
      return Answer.of(
          500, Map.of("Content-Type", "text/html"), "<h1>Internal Server Error</h1>\n");
    }
  }

  private Arrival arrival(Call call, RelayedConnection connection, @Nullable ApplianceFault fault) {
    return new Arrival(
        pair,
        appliance,
        call,
        connection.caller(),
        fault == null ? null : fault.tokenLife().orElse(null),
        null);
  }

  private Answer carryOut(Arrival arrival, ApplianceFault fault) {
    if (fault.isBeforeWork()) {
      return Answer.of(500, Map.of(), ""); // nobody reads it: no byte of it passes
    }
    Answer answer =
        fault
            .insteadOfWork()
            .map(instead -> Answer.of(instead.status(), instead.headers(), instead.body()))
            .orElseGet(() -> carryOut(arrival));
    return fault.deformation().map(how -> Deformation.of(answer, how)).orElse(answer);
  }

  private Answer carryOut(Arrival arrival) {
    Call call = arrival.call();
    Endpoint endpoint = endpoints.get(call.path());
    if (endpoint == null) {
      return Answer.of(404, Map.of("Content-Type", "text/html"), "<h1>Not Found</h1>\n");
    }
    if (!endpoint.methods().contains(call.method())) {
      String allowed = String.join(", ", new TreeSet<>(endpoint.methods()));
      return Answer.of(405, Map.of("Allow", allowed), "");
    }
    return endpoint.needsToken() ? admitted(endpoint, arrival) : endpoint.answer(arrival);
  }

  private Answer admitted(Endpoint endpoint, Arrival arrival) {
    Call call = arrival.call();
    Admission admission =
        appliance.api().admit(token(call).orElse(null), call.kind(), arrival.caller());
    SimulatedAccount account = admission.account();
    Answer answer =
        admission.verdict() == Admission.Verdict.ADMITTED && account != null
            ? endpoint.answer(arrival.of(account))
            : Refusals.answer(admission, call.kind(), arrival);
    return Refusals.withRateLimit(answer, admission.rateLimit());
  }

  private static Optional<String> token(Call call) {
    return call.header("authorization")
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("bearer "))
        .map(header -> header.substring("bearer ".length()).strip());
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
    all.put("Date", HTTP_DATE.format(appliance.clock()));
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
