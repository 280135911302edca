// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.failover;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceHealth;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one request to change a role ended, as far as the answer to it tells.
 *
 * <p>None of these replaces a look at both appliances. {@link Confirmed} is the appliance's word,
 * and its peer follows a moment later; {@link Refused} does not prove that nothing changed, since a
 * swap happens on one side after the other and can stop half-way. So the roles are read before
 * anything else is decided.
 *
 * @source D-ROLE (texts of the answers), S1 "Perform Failover for Planned Maintenance" (one side
 *     after the other)
 * @since 0.1
 */
public sealed interface RoleChange {

  /** Returns what was asked for. */
  RoleChangeRequest request();

  /**
   * Returns what the one function that fits makes of this result.
   *
   * <p>This is the exhaustive {@code switch} that Java 17 lacks: a further kind of result breaks
   * every caller at compile time.
   *
   * @param notSent takes a request that never went out
   * @param confirmed takes a role that was changed
   * @param awaitsSync takes a data sync that was started
   * @param refused takes a no
   * @param unconfirmed takes everything else after the first byte went out
   * @param <T> what the functions make
   */
  default <T extends @Nullable Object> T fold(
      Function<? super NotSent, ? extends T> notSent,
      Function<? super Confirmed, ? extends T> confirmed,
      Function<? super AwaitsSync, ? extends T> awaitsSync,
      Function<? super Refused, ? extends T> refused,
      Function<? super Unconfirmed, ? extends T> unconfirmed) {
    if (this instanceof NotSent it) {
      return notSent.apply(it);
    }
    if (this instanceof Confirmed it) {
      return confirmed.apply(it);
    }
    if (this instanceof AwaitsSync it) {
      return awaitsSync.apply(it);
    }
    if (this instanceof Refused it) {
      return refused.apply(it);
    }
    return unconfirmed.apply((Unconfirmed) this);
  }

  /**
   * Nothing was sent. The look right before showed that the request makes no sense: another
   * appliance answers at this address, it has the role already, or it stands in no relationship. Or
   * a change that was asked for before may still come, or this one cannot be remembered.
   *
   * @param request what was asked for
   * @param reason what stood against it, for a human to read
   * @param seen the health of the look right before
   * @since 0.1
   */
  record NotSent(RoleChangeRequest request, String reason, ApplianceHealth seen)
      implements RoleChange {

    /** Checks that nothing is null. */
    public NotSent {
      requireNonNull(request, "request");
      requireNonNull(reason, "reason");
      requireNonNull(seen, "seen");
    }

    /**
     * Returns whether the appliance that was meant has the role already, so that nothing is
     * missing.
     */
    public boolean isRoleHeldAlready() {
      return seen.applianceId().equals(request.target()) && seen.failoverRole() == request.role();
    }
  }

  /**
   * The appliance says that it changed its role. Its peer may take a moment longer.
   *
   * @param request what was asked for
   * @since 0.1
   */
  record Confirmed(RoleChangeRequest request) implements RoleChange {

    /** Checks that there is a request. */
    public Confirmed {
      requireNonNull(request, "request");
    }
  }

  /**
   * The appliance says that it started a data sync; it will change its role when that is complete.
   * There is no way to watch it but to read the roles, and none to call it off.
   *
   * @param request what was asked for
   * @since 0.1
   */
  record AwaitsSync(RoleChangeRequest request) implements RoleChange {

    /** Checks that there is a request. */
    public AwaitsSync {
      requireNonNull(request, "request");
    }
  }

  /**
   * The appliance said no, or refused the token.
   *
   * @param request what was asked for
   * @param reason its words; without secrets
   * @since 0.1
   */
  record Refused(RoleChangeRequest request, String reason) implements RoleChange {

    /** Checks that nothing is null. */
    public Refused {
      requireNonNull(request, "request");
      requireNonNull(reason, "reason");
    }

    /**
     * Returns what a person can do now, in a sentence or two. What the words of a refusal are is
     * not documented, so it goes by whether they name a permission. Its wording may change.
     *
     * @source D-ROLE (it takes full access), D-APICFG (the page and its boxes), W-CLOUD (words that
     *     name a permission)
     */
    public String remedy() {
      String permit =
          "et Command API to full access for the account on the page Management > API Configuration"
              + " of /login";
      return reason.toLowerCase(Locale.ROOT).contains("permission")
          ? "S" + permit + "."
          : "Read what the appliance says, and look at the page Failover of /login on both sides."
              + " If it is about the account, s"
              + permit
              + ". Look at the roles of both sides before you ask again.";
    }
  }

  /**
   * The request went out, in part at least, and no answer came back that could be understood. It
   * may have been carried out or not: the roles are unknown until they are read again.
   *
   * @param request what was asked for
   * @param reason what came instead of an answer; without secrets
   * @param waited how long the call took, from its start to the moment when this was clear; never
   *     below zero
   * @since 0.1
   */
  record Unconfirmed(RoleChangeRequest request, String reason, Duration waited)
      implements RoleChange {

    /**
     * Checks that nothing is null.
     *
     * @throws IllegalArgumentException if {@code waited} is below zero
     */
    public Unconfirmed {
      requireNonNull(request, "request");
      requireNonNull(reason, "reason");
      if (requireNonNull(waited, "waited").isNegative()) {
        throw new IllegalArgumentException("waited is " + waited + ", must not be below zero");
      }
    }
  }
}
