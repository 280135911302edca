// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.auth.AccessToken;
import io.github.bseries.client.internal.auth.AccessTokens;
import io.github.bseries.client.internal.auth.TokenAnswer;
import io.github.bseries.client.internal.http.AnswerHead;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.JsonError;
import io.github.bseries.client.internal.resilience.Attempt;
import io.github.bseries.client.internal.resilience.Deadline;
import io.github.bseries.client.internal.resilience.Repeats;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls with the token of the account, within its limits. Reads are repeated for faults that may
 * pass, and once for a refused token, unless a new one was refused of late; changes never.
 */
final class AuthorizedCalls {

  /** A change follows right on the look before it, or it is not sent. */
  private static final Duration PATIENCE_OF_CHANGES = Duration.ofSeconds(1);

  private final HttpCaller http;
  private final Answers answers;
  private final @Nullable Caller caller;
  private final Duration callTimeout;
  private final Repeats repeats;
  private final LongSupplier nanoTime;
  private final CallEvents events;

  AuthorizedCalls(
      HttpCaller http,
      Answers answers,
      @Nullable Caller caller,
      Duration callTimeout,
      Repeats repeats,
      LongSupplier nanoTime,
      CallEvents events) {
    this.http = http;
    this.answers = answers;
    this.caller = caller;
    this.callTimeout = callTimeout;
    this.repeats = repeats;
    this.nanoTime = nanoTime;
    this.events = events;
  }

  /** Who calls: an account, its tokens at this address, and its limits. */
  record Caller(ApiAccount account, AccessTokens tokens, CallGate gate) {}

  /** An answer, and the token that brought it. */
  record WithToken<T>(HttpResult.Answered<T> answer, AccessToken token) {}

  /** Which lost answers are asked for again. */
  enum Lost {
    /** All: asking costs the appliance little. */
    ASKED_FOR_AGAIN,
    /**
     * None, once the request may have gone out; and of the bad answers only that of a full house.
     */
    LEFT
  }

  /**
   * Makes a call that changes nothing and whose answer is short.
   *
   * @param command what to call it in messages
   * @throws ApplianceException if no whole answer came
   */
  WithToken<byte[]> read(String command, HttpCall call) {
    return read(command, call, http::send, body -> body, Lost.ASKED_FOR_AGAIN);
  }

  /**
   * Makes a call that changes nothing: within one deadline, again for faults that may pass, and
   * once more with a new token if the first was refused.
   *
   * @param command what to call it in messages
   * @param send makes the call, to which an {@code Authorization} and a limit of time were added
   * @param errorBody gives the body of an answer as far as it may be an error
   * @throws ApplianceException if no whole answer came
   */
  <T> WithToken<T> read(
      String command,
      HttpCall call,
      Function<HttpCall, HttpResult<T>> send,
      Function<T, byte[]> errorBody,
      Lost lost) {
    Reading<T> reading = new Reading<>(called(), command, call, send, errorBody, lost);
    return begun(command, () -> repeats.of(reading::attempt, reading.deadline));
  }

  /** Makes a call that has begun: closing the client ends it as a fault does. */
  private <R> R begun(String command, Supplier<R> call) {
    try {
      return call.get();
    } catch (HttpCaller.ClosedException e) {
      throw answers.unsent(command, HttpCaller.CLOSED_MEANWHILE, false);
    }
  }

  /**
   * Gets a token, and makes no call with it.
   *
   * @return whether the appliance was asked for it just now
   * @throws ApplianceException if there is none
   */
  boolean authorize() {
    HttpCall none = HttpCall.get(TokenCall.PATH, Map.of(), HttpCall.Timeouts.ofWhole(callTimeout));
    Reading<byte[]> reading =
        new Reading<>(called(), TokenCall.PATH, none, http::send, b -> b, Lost.ASKED_FOR_AGAIN);
    Function<TokenAnswer.Given, Attempt<Boolean>> done =
        had -> Attempt.brought(had.fetched(), false, Duration.ZERO);
    return events.during(
        TokenCall.PATH,
        span ->
            begun(
                TokenCall.PATH, () -> repeats.of(() -> reading.withToken(done), reading.deadline)));
  }

  /**
   * Makes a call that changes something, once. A token that is refused is dropped.
   *
   * @throws ApplianceException if it was not sent
   */
  HttpResult<byte[]> change(String command, HttpCall call, AccessToken token) {
    return events.during(
        command, span -> begun(command, () -> change(called(), span, command, call, token)));
  }

  private HttpResult<byte[]> change(
      Caller by, CallEvents.Span span, String command, HttpCall call, AccessToken token) {
    by.gate.pass(command, PATIENCE_OF_CHANGES);
    HttpResult<byte[]> result = http.send(call.authorized(token.authorization()));
    if (result instanceof HttpResult.Answered<byte[]> answered) {
      span.answered(answered.head().status());
      by.gate.note(answered.head());
      if (isTokenRefused(answered.body())) {
        by.tokens.drop(token);
      }
    } else {
      span.failed(((HttpResult.Failed<byte[]>) result).reason());
    }
    return result;
  }

  /**
   * Checks that there is somebody to call as.
   *
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  void checkAccount() {
    called();
  }

  private Caller called() {
    http.checkOpen();
    Caller by = caller;
    if (by == null) {
      throw new IllegalStateException("no API account was set, and only a probe needs none");
    }
    return by;
  }

  private static boolean isTokenRefused(byte[] body) {
    return JsonError.read(body).map(JsonError::isTokenRefused).orElse(false);
  }

  /** One read with all its attempts. Used by one thread. */
  private final class Reading<T> {

    private final Caller by;
    private final String command;
    private final HttpCall call;
    private final Function<HttpCall, HttpResult<T>> send;
    private final Function<T, byte[]> errorBody;
    private final Lost lost;
    private final Deadline deadline = Deadline.in(callTimeout, nanoTime);

    /** Whether a byte came back in this read: what answered a moment ago is not called silent. */
    private boolean heard;

    private boolean renewed;
    private int attempts;

    /** How the last attempt ended; tells why there is another. */
    private String ended = "";

    private final CallEvents.Span span;

    Reading(
        Caller by,
        String command,
        HttpCall call,
        Function<HttpCall, HttpResult<T>> send,
        Function<T, byte[]> errorBody,
        Lost lost) {
      this.by = by;
      this.command = command;
      this.call = call;
      this.send = send;
      this.errorBody = errorBody;
      this.lost = lost;
      this.span = events.span(command);
    }

    Attempt<WithToken<T>> attempt() {
      return withToken(had -> attempt(had.token()));
    }

    <R> Attempt<R> withToken(Function<TokenAnswer.Given, Attempt<R>> next) {
      http.checkOpen();
      if (++attempts > 1) {
        span.retried(attempts, ended);
      }
      TokenCall source = tokenCall();
      TokenAnswer had = by.tokens.current(source, deadline.left());
      if (had instanceof TokenAnswer.Given given) {
        if (given.fetched()) {
          heard = true;
        }
        if (source.hasFetched()) {
          span.tokenFetched();
        }
        return next.apply(given);
      }
      if (had instanceof TokenAnswer.Withheld no) {
        return failed(no.reason(), no.repeatable(), no.earliest());
      }
      boolean interrupted = ((TokenAnswer.NotAwaited) had).interrupted();
      String reason =
          interrupted
              ? "the waiting thread was interrupted"
              : "a token that another call fetches did not come within the time allowed";
      return failed(answers.unsent(command, reason, !interrupted), false, Duration.ZERO);
    }

    private TokenCall tokenCall() {
      return new TokenCall(http, by.account, answers, by.gate, deadline);
    }

    private Attempt<WithToken<T>> attempt(AccessToken token) {
      by.gate.pass(command, deadline);
      HttpResult<T> result =
          send.apply(call.authorized(token.authorization()).within(deadline.left()));
      if (result instanceof HttpResult.Answered<T> answered) {
        heard = true;
        span.answered(answered.head().status());
        by.gate.note(answered.head());
        return answered(answered, token);
      }
      HttpResult.Failed<T> failed = (HttpResult.Failed<T>) result;
      boolean repeatable =
          failed.retryable() && (lost == Lost.ASKED_FOR_AGAIN || !failed.requestBegun());
      return failed(answers.unanswered(command, failed), repeatable, Duration.ZERO);
    }

    private Attempt<WithToken<T>> answered(HttpResult.Answered<T> answer, AccessToken token) {
      AnswerHead head = answer.head();
      if (isTokenRefused(errorBody.apply(answer.body()))) {
        if (renewed) {
          by.tokens.distrust(token, tokenCall());
        } else if (by.tokens.replace(token, tokenCall())) {
          renewed = true;
          ended = "the token was refused";
          return attempt();
        }
      }
      Duration told = CallGate.bounded(head.retryAfter());
      Duration earliest = told == null ? Duration.ZERO : told;
      if (head.status() == Answers.TOO_MANY) {
        events.limited(command, earliest);
        return failed(answers.limited(command, told), by.gate.waits(), earliest);
      }
      ended = "status " + head.status();
      boolean repeatable =
          lost == Lost.ASKED_FOR_AGAIN
              ? Answers.mayPass(head.status())
              : head.status() == Answers.UNAVAILABLE;
      return Attempt.brought(new WithToken<>(answer, token), repeatable, earliest);
    }

    /** Any other exception than that of silence says by itself that something answered. */
    private <R> Attempt<R> failed(RuntimeException e, boolean repeatable, Duration earliest) {
      ended = String.valueOf(e.getMessage());
      if (!(e instanceof UnreachableException none)) {
        heard = true;
        return Attempt.failed(e, repeatable, earliest);
      }
      RuntimeException shown = heard ? none.afterAnAnswer() : none;
      heard |= !none.isSilent();
      return Attempt.failed(shown, repeatable, earliest);
    }
  }
}
