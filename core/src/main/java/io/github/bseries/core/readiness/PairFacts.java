// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApiLook;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.CertificateLook;
import io.github.bseries.core.pair.DeclaredFacts;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SideCertificates;
import io.github.bseries.core.pair.SpanText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a pair at one moment: what rules judge.
 *
 * <p>Its components hold whatever there is. Rules ask the methods that return a {@link Fact}: they
 * leave out what is too old to count.
 *
 * @param pair what was declared; null if nothing was
 * @param snapshot what was seen last; null if nobody looked
 * @param certificates which certificates both sides were seen to show; null if nobody looked
 * @param apiLooks what each appliance was seen to say of its API; without a side that nobody asked,
 *     or that did not say
 * @param history what is remembered of earlier looks, and of {@code snapshot}, which is taken into
 *     it if it was not yet; null if nothing is remembered
 * @param recoveryKit what lies ready outside the appliances; null if nobody said
 * @param policy what was promised, and how old a fact may be
 * @param moment the moment for which it is judged, on the clock by which the looks were stamped
 * @since 0.1
 */
public record PairFacts(
    @Nullable AppliancePair pair,
    @Nullable PairSnapshot snapshot,
    @Nullable CertificateComparison certificates,
    Map<PairSide, ApiLook> apiLooks,
    @Nullable PairHistory history,
    @Nullable RecoveryKit recoveryKit,
    ReadinessPolicy policy,
    Instant moment) {

  /**
   * A day that is named without an hour has begun east of Greenwich before it begins in UTC, by so
   * much at most. An attestation that is to come by less is as good as one of now.
   */
  private static final Duration DAY_THAT_HAS_BEGUN = Duration.ofHours(14);

  /** Checks that nothing needed is null, keeps a copy, and takes the snapshot into the history. */
  public PairFacts {
    Map<PairSide, ApiLook> copy = new EnumMap<>(PairSide.class);
    copy.putAll(requireNonNull(apiLooks, "apiLooks"));
    apiLooks = Collections.unmodifiableMap(copy);
    requireNonNull(policy, "policy");
    requireNonNull(moment, "moment");
    if (history != null && snapshot != null) {
      history = history.after(pair, snapshot);
    }
  }

  /** Returns a builder of the facts of this moment, with none in it and the standard policy. */
  public static Builder at(Instant moment) {
    return new Builder(moment);
  }

  /** Returns a builder with all of these facts in it. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns what was declared of the pair. */
  public Fact<AppliancePair> declaredPair() {
    return Fact.ofNullable(pair, "no pair was declared");
  }

  /**
   * Returns something that somebody attested of the whole pair.
   *
   * @param what how it is called in a report: {@code unattended automation}
   * @param where finds it; null if it was not attested
   * @param <T> what was attested
   */
  public <T> Fact<T> attested(
      String what, Function<? super AppliancePair, @Nullable Attested<T>> where) {
    return declaredPair().flatMap(declared -> current(what, where.apply(declared)));
  }

  /**
   * Returns something that somebody attested of one appliance.
   *
   * @param side which one
   * @param what how it is called in a report: {@code backup settings}
   * @param where finds it; null if it was not attested
   * @param <T> what was attested
   */
  public <T> Fact<T> attested(
      PairSide side, String what, Function<? super DeclaredFacts, @Nullable Attested<T>> where) {
    return declaredPair()
        .flatMap(
            declared ->
                current(
                    what + " of the " + side.title(), where.apply(side.of(declared).declared())));
  }

  /**
   * Returns what was attested, if it is there and not too old.
   *
   * @param what how it is called in a report
   * @param attested what was attested; null if nothing was
   * @param <T> what was attested
   */
  public <T> Fact<T> current(String what, @Nullable Attested<T> attested) {
    if (attested == null) {
      return Fact.missing(what + ": not declared");
    }
    Duration age = attested.age(moment);
    if (age.compareTo(DAY_THAT_HAS_BEGUN.negated()) < 0) {
      return Fact.missing(what + ": attested at " + attested.at() + ", which is yet to come");
    }
    if (age.compareTo(policy.oldestAttestation()) > 0) {
      return Fact.missing(
          what
              + ": attested by "
              + attested.by()
              + " "
              + SpanText.of(age)
              + " ago, must be at most "
              + SpanText.of(policy.oldestAttestation()));
    }
    return Fact.known(attested.value());
  }

  /** Returns what was seen last, if somebody looked; each observation may be too old to count. */
  public Fact<PairSnapshot> look() {
    return Fact.ofNullable(snapshot, "nobody looked at the pair");
  }

  /** Returns what was seen at this side, if the look is not too old. */
  public Fact<Observation> observation(PairSide side) {
    return look().flatMap(seen -> recent(side.title(), side.of(seen)));
  }

  /**
   * Returns this observation, if it is not too old.
   *
   * @param what what was looked at, as it is called in a report
   * @param observation the observation
   */
  public Fact<Observation> recent(String what, Observation observation) {
    return recent(what, observation, observation.at());
  }

  private <T> Fact<T> recent(String what, T look, Instant at) {
    Duration age = Duration.between(at, moment);
    if (age.compareTo(policy.clockTolerance().negated()) < 0) {
      return Fact.missing(what + ": seen at " + at + ", which is yet to come");
    }
    if (age.compareTo(policy.oldestLook()) > 0) {
      return Fact.missing(
          what
              + ": seen "
              + SpanText.of(age)
              + " ago, must be at most "
              + SpanText.of(policy.oldestLook()));
    }
    return Fact.known(look);
  }

  /** Returns the health that was read at this side, if it was read and is not too old. */
  public Fact<ApplianceHealth> health(PairSide side) {
    return seen(side).map(Observation.Seen::applianceHealth);
  }

  /** Returns the look that read a health at this side, if one did and it is not too old. */
  public Fact<Observation.Seen> seen(PairSide side) {
    return observation(side)
        .flatMap(
            observation ->
                observation.fold(
                    Fact::known,
                    unreadable -> Fact.missing(side.title() + " " + unreadable.summary()),
                    silent -> Fact.missing(side.title() + " " + silent.summary())));
  }

  /**
   * Returns what came of the look at the certificate that this side shows for the name of the site,
   * if something answered and the look is not too old.
   */
  public Fact<CertificateLook> certificateForSite(PairSide side) {
    return declaredPair()
        .flatMap(
            declared -> {
              CertificateComparison seen = certificates;
              return seen == null || seen.siteName().equals(declared.siteHostName())
                  ? certificate(side, SideCertificates::forSite)
                  : Fact.missing("the certificates were looked at for " + seen.siteName());
            });
  }

  /**
   * Returns what came of the look at the certificate that this side shows to those who ask for no
   * name, if something answered and the look is not too old.
   */
  public Fact<CertificateLook> certificateWithoutName(PairSide side) {
    return certificate(side, SideCertificates::withoutName);
  }

  private Fact<CertificateLook> certificate(
      PairSide side, Function<SideCertificates, CertificateLook> which) {
    String what = "certificate that the " + side.title() + " shows";
    return Fact.ofNullable(certificates, "nobody looked at the certificates")
        .flatMap(seen -> recent(what, which.apply(seen.of(side)), which.apply(seen.of(side)).at()))
        .flatMap(
            look ->
                look.fold(
                    Fact::known,
                    failed ->
                        failed.failure().answered()
                            ? Fact.known(failed)
                            : Fact.missing(what + ": " + failed.reason())));
  }

  /** Returns what this side was seen to say of its API, if somebody asked and not too long ago. */
  public Fact<ApiInformation> apiInformation(PairSide side) {
    String what = "API of the " + side.title();
    return Fact.ofNullable(apiLooks.get(side), what + ": nobody asked it")
        .flatMap(look -> recent(what, look.information(), look.at()));
  }

  /** Returns what lies ready outside the appliances. */
  public Fact<RecoveryKit> declaredKit() {
    return Fact.ofNullable(recoveryKit, "no recovery kit was declared");
  }

  /** Returns what is remembered of earlier looks. */
  public Fact<PairHistory> memory() {
    return Fact.ofNullable(history, "nothing is remembered of earlier looks");
  }

  /**
   * Collects what is known. Not safe for use by several threads; may be reused after a build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private @Nullable AppliancePair pair;
    private @Nullable PairSnapshot snapshot;
    private @Nullable CertificateComparison certificates;
    private final Map<PairSide, ApiLook> apiLooks = new EnumMap<>(PairSide.class);
    private @Nullable PairHistory history;
    private @Nullable RecoveryKit recoveryKit;
    private ReadinessPolicy policy = ReadinessPolicy.standard();
    private final Instant moment;

    private Builder(Instant moment) {
      this.moment = requireNonNull(moment, "moment");
    }

    private Builder(PairFacts facts) {
      this.pair = facts.pair;
      this.snapshot = facts.snapshot;
      this.certificates = facts.certificates;
      this.apiLooks.putAll(facts.apiLooks);
      this.history = facts.history;
      this.recoveryKit = facts.recoveryKit;
      this.policy = facts.policy;
      this.moment = facts.moment;
    }

    /** Sets what was declared; null if nothing was. */
    public Builder pair(@Nullable AppliancePair pair) {
      this.pair = pair;
      return this;
    }

    /** Sets what was seen; null if nobody looked. */
    public Builder snapshot(@Nullable PairSnapshot snapshot) {
      this.snapshot = snapshot;
      return this;
    }

    /** Sets which certificates both sides were seen to show; null if nobody looked. */
    public Builder certificates(@Nullable CertificateComparison certificates) {
      this.certificates = certificates;
      return this;
    }

    /** Sets what this side was seen to say of its API; null if nobody asked, or it did not say. */
    public Builder apiLook(PairSide side, @Nullable ApiLook look) {
      if (look == null) {
        apiLooks.remove(requireNonNull(side, "side"));
      } else {
        apiLooks.put(requireNonNull(side, "side"), look);
      }
      return this;
    }

    /** Sets what is remembered; null if nothing is. */
    public Builder history(@Nullable PairHistory history) {
      this.history = history;
      return this;
    }

    /** Sets what lies ready outside the appliances; null if nobody said. */
    public Builder recoveryKit(@Nullable RecoveryKit recoveryKit) {
      this.recoveryKit = recoveryKit;
      return this;
    }

    /** Sets what was promised. {@link ReadinessPolicy#standard()} unless set. */
    public Builder policy(ReadinessPolicy policy) {
      this.policy = requireNonNull(policy, "policy");
      return this;
    }

    /** Returns the facts. */
    public PairFacts build() {
      return new PairFacts(
          pair, snapshot, certificates, apiLooks, history, recoveryKit, policy, moment);
    }
  }
}
