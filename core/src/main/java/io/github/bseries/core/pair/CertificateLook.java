// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of a look at the certificate that a server shows.
 *
 * @since 0.1
 */
public sealed interface CertificateLook {

  /** Returns when the look ended, on our clock. */
  Instant at();

  /**
   * Returns what the one function that fits makes of this look.
   *
   * @param shown takes certificates that were seen
   * @param notShown takes a look that failed
   * @param <T> what the functions make
   */
  default <T extends @Nullable Object> T fold(
      Function<? super Shown, ? extends T> shown,
      Function<? super NotShown, ? extends T> notShown) {
    return this instanceof Shown it ? shown.apply(it) : notShown.apply((NotShown) this);
  }

  /** Returns the certificates that were seen; empty if none were. */
  default Optional<Shown> certificates() {
    return fold(Optional::of, notShown -> Optional.empty());
  }

  /**
   * A handshake was completed, so the server has the private key of the certificate as well.
   *
   * <p>That it was seen does not say that it is good: it may have expired, be for another name, or
   * be trusted by nobody.
   *
   * @param at when it was seen, on our clock
   * @param chain the server's own certificate, then that of its issuer and so on, as far as they
   *     were shown and each signs the one before; never empty. What else was shown is left out
   * @param end where that chain ends, by the certificates that this client trusts
   * @since 0.1
   */
  record Shown(Instant at, List<ShownCertificate> chain, ChainEnd end) implements CertificateLook {

    /**
     * Keeps a copy of the chain.
     *
     * @throws IllegalArgumentException if the chain is empty
     */
    public Shown {
      requireNonNull(at, "at");
      chain = List.copyOf(requireNonNull(chain, "chain"));
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("chain is empty; a server shows at least its own");
      }
      requireNonNull(end, "end");
    }

    /** Returns the server's own certificate. */
    public ShownCertificate own() {
      return chain.get(0);
    }

    /** Returns the moment from which on one of the chain is not valid any more. */
    public Instant validUntil() {
      return chain.stream().map(ShownCertificate::expiration).min(Instant::compareTo).orElseThrow();
    }

    /** Returns whether every one of the chain is valid at this moment. */
    public boolean isValidAt(Instant moment) {
      return chain.stream()
          .allMatch(it -> !moment.isBefore(it.validFrom()) && moment.isBefore(it.expiration()));
    }

    /** Returns the certificate on one line, for a human to read. Its form may change. */
    public String summary() {
      long days = Math.floorDiv(Duration.between(at, validUntil()).toSeconds(), 86_400);
      return own().issuedTo()
          + " of "
          + own().issuedBy()
          + (days < 0 ? ", expired at " : ", valid until ")
          + validUntil()
          + (days < 0 ? "" : " (" + days + " days)")
          + ", chain ends at "
          + end.title()
          + ", SHA-256 "
          + own().fingerprint().value();
    }
  }

  /**
   * No certificate was seen, or none whose private key the server has.
   *
   * @param at when that was clear, on our clock
   * @param failure what kind of failure it was
   * @param reason the same with its details, for a human to read; never blank
   * @since 0.1
   */
  record NotShown(Instant at, HandshakeFailure failure, String reason) implements CertificateLook {

    /**
     * Checks that there is a reason.
     *
     * @throws IllegalArgumentException if {@code reason} is blank
     */
    public NotShown {
      requireNonNull(at, "at");
      requireNonNull(failure, "failure");
      if (requireNonNull(reason, "reason").isBlank()) {
        throw new IllegalArgumentException("reason is blank; say what happened");
      }
    }

    /** Returns what happened on one line, for a human to read. Its form may change. */
    public String summary() {
      return "no certificate was seen: " + reason;
    }
  }
}
