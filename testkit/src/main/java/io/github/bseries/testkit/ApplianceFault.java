// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * One way in which a simulated appliance misbehaves. A fault is handed to {@link
 * SimulatedAppliance#misbehaves}, and is used up by the first call that fits.
 *
 * @source assumed: these are ways of networks, proxies and servers, none was seen at an appliance
 * @since 0.1
 */
public sealed interface ApplianceFault {

  /**
   * Returns what is answered without doing the work; empty if the work is done, so that only its
   * answer suffers.
   */
  default Optional<Answers> insteadOfWork() {
    return Optional.empty();
  }

  /**
   * Returns how many bytes of the answer still pass, counted as they travel: encrypted and with
   * headers.
   */
  default long passingBytes() {
    return Long.MAX_VALUE;
  }

  /** Returns whether the connection is cut after the bytes that pass, rather than left open. */
  default boolean cutsConnection() {
    return false;
  }

  /**
   * Does the work, and closes the connection without an answer.
   *
   * @since 0.1
   */
  record LosesAnswer() implements ApplianceFault {

    @Override
    public long passingBytes() {
      return 0;
    }

    @Override
    public boolean cutsConnection() {
      return true;
    }
  }

  /**
   * Does the work, sends a part of the answer, and cuts the connection: no last chunk, no goodbye
   * of TLS.
   *
   * @param afterBytes how many bytes of the answer still pass, 0 or more; an answer that is shorter
   *     is not cut. What arrives whole is less by up to one TLS record (16 KiB)
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
    public long passingBytes() {
      return afterBytes;
    }

    @Override
    public boolean cutsConnection() {
      return true;
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
    public long passingBytes() {
      return 0;
    }
  }

  /**
   * Does not do the work, and gives this answer instead: that of a proxy on the way, of an
   * overloaded server, of a server under maintenance.
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
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    public Answers {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("status is " + status + ", must be 200 to 599");
      }
      headers = Map.copyOf(headers);
      requireNonNull(body, "body");
    }

    @Override
    public Optional<Answers> insteadOfWork() {
      return Optional.of(this);
    }
  }
}
