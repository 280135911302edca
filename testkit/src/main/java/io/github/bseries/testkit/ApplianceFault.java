// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which a simulated appliance, or what stands before it, misbehaves. It is a value; on
 * which calls it acts, and how often, says a {@link FaultRule}.
 *
 * <p>The members without a setting are constants of {@link ForeignAnswer} (somebody else answers,
 * and the work is not done) and {@link DeformedAnswer} (the work is done, and its answer suffers).
 *
 * @source assumed: these are ways of networks, proxies and servers, none was seen at an appliance
 * @since 0.1
 */
public sealed interface ApplianceFault
    permits ForeignAnswer,
        DeformedAnswer,
        ApplianceFault.LosesAnswer,
        ApplianceFault.CutsAnswer,
        ApplianceFault.Stalls,
        ApplianceFault.SlowsAnswer,
        ApplianceFault.ResetsConnection,
        ApplianceFault.RefusesConnections,
        ApplianceFault.EndsTokenEarly,
        ApplianceFault.Answers {

  /** Returns its name as the control API has it, {@code loses-answer} for instance. */
  String label();

  /** Returns what happens in the world when this is seen: the real cause that it stands for. */
  String cause();

  /**
   * Returns whether it can do anything to calls of this kind. A fault that cannot waits for another
   * call, and is not used up by this one.
   */
  default boolean actsOn(CallKind kind) {
    requireNonNull(kind, "kind");
    return true;
  }

  /** Returns whether the work is left undone although nothing is answered. */
  default boolean isBeforeWork() {
    return false;
  }

  /**
   * Returns what is answered without doing the work; empty if the work is done, so that only its
   * answer suffers.
   */
  default Optional<Answers> insteadOfWork() {
    return Optional.empty();
  }

  /** Returns how the answer is deformed after the work was done; empty if it is not. */
  default Optional<DeformedAnswer> deformation() {
    return Optional.empty();
  }

  /** Returns how long a token lives that is issued by this call; empty for as long as is usual. */
  default Optional<Duration> tokenLife() {
    return Optional.empty();
  }

  /** Returns what becomes of the bytes of the answer. */
  default AnswerPassage passage() {
    return AnswerPassage.WHOLE;
  }

  /**
   * Does the work, and closes the connection without an answer.
   *
   * @since 0.1
   */
  record LosesAnswer() implements ApplianceFault {

    @Override
    public String label() {
      return "loses-answer";
    }

    @Override
    public String cause() {
      return "the appliance restarts its services, or a proxy gives up, right after the work";
    }

    @Override
    public AnswerPassage passage() {
      return AnswerPassage.cutAfter(0);
    }
  }

  /**
   * Does the work, sends a part of the answer, and cuts the connection: no last chunk, no goodbye
   * of TLS.
   *
   * @param afterBytes how many bytes of the answer still pass, 0 or more, counted as they travel:
   *     encrypted and with headers; an answer that is shorter is not cut. What arrives whole is
   *     less by up to one TLS record (16 KiB)
   * @since 0.1
   */
  record CutsAnswer(long afterBytes) implements ApplianceFault {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code afterBytes} is negative
     */
    public CutsAnswer {
      if (afterBytes < 0) {
        throw new IllegalArgumentException("afterBytes is " + afterBytes + ", must be 0 or more");
      }
    }

    @Override
    public String label() {
      return "cuts-answer";
    }

    @Override
    public String cause() {
      return "the network fails, or the appliance goes down, in the middle of an answer";
    }

    @Override
    public AnswerPassage passage() {
      return AnswerPassage.cutAfter(afterBytes);
    }
  }

  /**
   * Does the work, and never answers; the connection stays open until the caller closes it or the
   * appliance is switched off.
   *
   * @since 0.1
   */
  record Stalls() implements ApplianceFault {

    @Override
    public String label() {
      return "stalls";
    }

    @Override
    public String cause() {
      return "a firewall forgets the connection, or the appliance hangs, before the answer is sent";
    }

    @Override
    public AnswerPassage passage() {
      return AnswerPassage.SILENT;
    }
  }

  /**
   * Does the work, and sends the answer slowly, by the machine's time.
   *
   * @param bytesPerSecond how many bytes pass in a second, as they travel, 1 or more
   * @since 0.1
   */
  record SlowsAnswer(int bytesPerSecond) implements ApplianceFault {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code bytesPerSecond} is below 1
     */
    public SlowsAnswer {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException(
            "bytesPerSecond is " + bytesPerSecond + ", must be 1 or more");
      }
    }

    @Override
    public String label() {
      return "slows-answer";
    }

    @Override
    public String cause() {
      return "a narrow line, or one that a data sync or a backup fills";
    }

    @Override
    public AnswerPassage passage() {
      return AnswerPassage.slow(bytesPerSecond);
    }
  }

  /**
   * Resets the connection (TCP RST) after the request was read and before a byte of the answer.
   *
   * @param afterWork whether the work was done by then
   * @since 0.1
   */
  record ResetsConnection(boolean afterWork) implements ApplianceFault {

    @Override
    public String label() {
      return afterWork ? "resets-after-work" : "resets-before-work";
    }

    @Override
    public String cause() {
      return afterWork
          ? "the web server is restarted by the very change that it was asked for"
          : "the web server is restarted, or a firewall refuses the connection, before the work";
    }

    @Override
    public boolean isBeforeWork() {
      return !afterWork;
    }

    @Override
    public AnswerPassage passage() {
      return AnswerPassage.RESET;
    }
  }

  /**
   * Refuses connections. There is no call then that could be looked at or counted: a rule with it
   * stands until it is removed, and may name an appliance and nothing else. The appliance itself
   * goes on with its work.
   *
   * @since 0.1
   */
  record RefusesConnections() implements ApplianceFault {

    @Override
    public String label() {
      return "refuses-connections";
    }

    @Override
    public String cause() {
      return "the web server of an appliance is down, or a firewall in between refuses";
    }

    @Override
    public boolean isBeforeWork() {
      return true;
    }
  }

  /**
   * Issues a token that dies earlier than it says. It waits for a request for a token.
   *
   * @param after how long it lives; zero or more
   * @since 0.1
   */
  record EndsTokenEarly(Duration after) implements ApplianceFault {

    /**
     * Checks the span.
     *
     * @throws IllegalArgumentException if {@code after} is negative
     */
    public EndsTokenEarly {
      if (requireNonNull(after, "after").isNegative()) {
        throw new IllegalArgumentException("after is " + after + ", must not be negative");
      }
    }

    @Override
    public String label() {
      return "ends-token-early";
    }

    @Override
    public String cause() {
      return "thirty younger tokens, a new secret, a restart, or a swap of roles ended it";
    }

    @Override
    public boolean actsOn(CallKind kind) {
      return kind == CallKind.TOKEN;
    }

    @Override
    public Optional<Duration> tokenLife() {
      return Optional.of(after);
    }
  }

  /**
   * Does not do the work, and gives this answer instead: that of a proxy on the way, of an
   * overloaded server, of a server under maintenance. {@link ForeignAnswer} has the usual ones.
   *
   * @param status the status, 200 to 599
   * @param headers the headers; {@code Date} and {@code Connection: close} are added if they are
   *     not among them
   * @param body the body, sent as UTF-8
   * @since 0.1
   */
  record Answers(int status, Map<String, String> headers, String body) implements ApplianceFault {

    /**
     * Keeps a copy of the headers.
     *
     * @throws IllegalArgumentException if {@code status} is out of range, or a header cannot be
     *     sent
     */
    public Answers {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("status is " + status + ", must be 200 to 599");
      }
      headers = Map.copyOf(headers);
      headers.forEach(SentHeader::check);
      requireNonNull(body, "body");
    }

    @Override
    public String label() {
      return "answers";
    }

    @Override
    public String cause() {
      return "something between caller and appliance answers in its place";
    }

    @Override
    public Optional<Answers> insteadOfWork() {
      return Optional.of(this);
    }
  }
}
