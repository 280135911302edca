// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.JsonError;
import io.github.bseries.client.internal.xml.CommandAnswers;
import io.github.bseries.client.internal.xml.XmlAnswer;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.RequestedRole;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code set_failover_role}: when it is not sent, how it is sent, and what its answer
 * means.
 *
 * @source D-ROLE (parameters, texts), D-V2ROLE
 */
final class RoleChangeCall {

  private static final String COMMAND = "set_failover_role";

  private static final String STARTED_SYNC = "Successfully started data sync";
  private static final String CHANGED_ROLE = "Successfully changed role";

  private final HealthCall health;
  private final AuthorizedCalls authorized;
  private final PairMemory memory;
  private final Answers answers;
  private final HttpCall.Timeouts timeouts;
  private final LongSupplier nanoTime;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  RoleChangeCall(
      HealthCall health,
      AuthorizedCalls authorized,
      PairMemory memory,
      Answers answers,
      HttpCall.Timeouts timeouts,
      LongSupplier nanoTime) {
    this.health = health;
    this.authorized = authorized;
    this.memory = memory;
    this.answers = answers;
    this.timeouts = timeouts;
    this.nanoTime = nanoTime;
  }

  /** Looks, remembers, sends once if that makes sense, and says what the answer means. */
  RoleChange make(RoleChangeRequest request) {
    await();
    try {
      HealthCall.Look look = health.look();
      String objection = objection(request, look.health());
      RequestedRole remembered =
          new RequestedRole(request.target(), request.role(), request.dataSyncFirst(), look.at());
      if (objection == null) {
        objection = memory.begin(remembered, look.seen());
      }
      return objection == null
          ? send(request, look, remembered)
          : new RoleChange.NotSent(request, objection, look.health());
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Waits for the change that is underway; nobody has looked yet, so there is no result to give.
   */
  private void await() {
    try {
      oneAtATime.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw answers.unsent(
          COMMAND, "not sent: interrupted while it waited for another role change", false);
    }
  }

  /** Sends what is remembered from now on, whatever becomes of this process. */
  private RoleChange send(
      RoleChangeRequest request, HealthCall.Look look, RequestedRole remembered) {
    try {
      long start = nanoTime.getAsLong();
      // To the very address that was looked at: a name may lead to the other appliance by now.
      HttpCall call = call(request).to(look.server());
      HttpResult<byte[]> result = authorized.change(COMMAND, call, look.token());
      Duration waited = Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - start));
      RoleChange change = outcome(request, result, waited);
      if (change instanceof RoleChange.Refused) {
        memory.forget(remembered);
      }
      return change;
    } catch (ApplianceException e) {
      // This alone says that nothing went out; after anything else it may have.
      memory.forget(remembered);
      throw e;
    }
  }

  /** Returns why the request makes no sense to the appliance that answers here; null if it does. */
  private @Nullable String objection(RoleChangeRequest request, ApplianceHealth seen) {
    if (!seen.applianceId().equals(request.target())) {
      return "appliance "
          + seen.applianceId()
          + " answers here, and the request is meant for "
          + request.target();
    }
    if (seen.failoverRole() == FailoverRole.NONE) {
      return "appliance " + seen.applianceId() + " stands in no failover relationship";
    }
    if (seen.failoverRole() == request.role()) {
      return "appliance " + seen.applianceId() + " is " + request.role().literal() + " already";
    }
    return null;
  }

  private HttpCall call(RoleChangeRequest request) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("action", COMMAND);
    parameters.put("role", request.role().literal());
    if (request.dataSyncFirst()) {
      parameters.put("data_sync_first", "1");
    }
    if (request.force()) {
      parameters.put("force", "1");
    }
    // A form, since nothing on the way repeats or remembers a POST.
    return HttpCall.post(ApplianceClient.COMMAND_PATH, parameters, timeouts);
  }

  private RoleChange outcome(
      RoleChangeRequest request, HttpResult<byte[]> result, Duration waited) {
    if (result instanceof HttpResult.Answered<byte[]> answered) {
      return answered(request, answered.head().status(), answered.body(), waited);
    }
    HttpResult.Failed<byte[]> failed = (HttpResult.Failed<byte[]>) result;
    if (!failed.requestBegun()) {
      throw answers.unanswered(COMMAND + " (not sent)", failed);
    }
    return new RoleChange.Unconfirmed(request, failed.reason(), waited);
  }

  private RoleChange answered(RoleChangeRequest request, int status, byte[] body, Duration waited) {
    Optional<JsonError> json = JsonError.read(body);
    if (json.isPresent() && (status == 401 || status == 403 || json.get().isTokenRefused())) {
      return new RoleChange.Refused(request, answers.words(json.get().words()));
    }
    XmlAnswer<String> answer = CommandAnswers.roleChange(body);
    if (answer instanceof XmlAnswer.ErrorTold<String> told) {
      return new RoleChange.Refused(request, answers.words(told.words()));
    }
    if (answer instanceof XmlAnswer.Understood<String> understood) {
      return succeeded(request, status, understood.value(), waited);
    }
    String objection = ((XmlAnswer.NotUnderstood<String>) answer).reason();
    return new RoleChange.Unconfirmed(request, answers.describe(status, body, objection), waited);
  }

  private RoleChange succeeded(
      RoleChangeRequest request, int status, String words, Duration waited) {
    if (status == 200 && words.startsWith(CHANGED_ROLE)) {
      return new RoleChange.Confirmed(request);
    }
    if (status == 200 && words.startsWith(STARTED_SYNC)) {
      return new RoleChange.AwaitsSync(request);
    }
    return new RoleChange.Unconfirmed(
        request,
        "status " + status + ", and words that are not known: \"" + answers.words(words) + "\"",
        waited);
  }
}
