// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * The certificates that the two appliances of a pair show at their own addresses, side by side.
 *
 * @param siteName the host name of the site, for which they were asked
 * @param primary what the normal primary shows, whatever its role is
 * @param backup what the normal backup shows, whatever its role is
 * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance" (both need
 *     the same one, or clients do not connect after a failover)
 * @since 0.1
 */
public record CertificateComparison(
    String siteName, SideCertificates primary, SideCertificates backup) {

  /**
   * Whether both show the same certificate.
   *
   * @since 0.1
   */
  public enum Sameness {
    /** Both show the very same certificate. */
    SAME("the same on both"),

    /** They show different ones. */
    DIFFERENT("different"),

    /** One of them, or none, was seen; that says nothing. */
    UNKNOWN("cannot be compared");

    private final String title;

    Sameness(String title) {
      this.title = title;
    }

    /** Returns it in words. */
    public String title() {
      return title;
    }
  }

  /**
   * Checks that there is a name.
   *
   * @throws IllegalArgumentException if {@code siteName} is blank
   */
  public CertificateComparison {
    if (requireNonNull(siteName, "siteName").isBlank()) {
      throw new IllegalArgumentException("siteName is blank");
    }
    requireNonNull(primary, "primary");
    requireNonNull(backup, "backup");
  }

  /** Returns what this side shows. */
  public SideCertificates of(PairSide side) {
    return side == PairSide.NORMAL_PRIMARY ? primary : backup;
  }

  /** Returns whether both show the same certificate for the name of the site. */
  public Sameness forSite() {
    return compare(SideCertificates::forSite);
  }

  /** Returns whether both show the same certificate to those who ask for no name. */
  public Sameness withoutName() {
    return compare(SideCertificates::withoutName);
  }

  /** Returns all of it on a few lines, for a human to read. Its form may change. */
  public String summary() {
    return "certificates    for "
        + siteName
        + ": "
        + forSite().title()
        + "; without a name: "
        + withoutName().title()
        + lines(PairSide.NORMAL_PRIMARY)
        + lines(PairSide.NORMAL_BACKUP);
  }

  private String lines(PairSide side) {
    CertificateLook site = of(side).forSite();
    CertificateLook unnamed = of(side).withoutName();
    boolean twice =
        site.certificates().isPresent()
            && site.certificates()
                .map(it -> it.own().fingerprint())
                .equals(unnamed.certificates().map(it -> it.own().fingerprint()));
    String text = "\n  " + side.title() + ", for the site: " + told(site) + named(site);
    return twice
        ? text + "\n  " + side.title() + ", without a name: the same"
        : text + "\n  " + side.title() + ", without a name: " + told(unnamed);
  }

  private String named(CertificateLook look) {
    return look.certificates()
        .map(
            it ->
                it.own()
                    .nameFor(siteName)
                    .map(name -> ", for " + name)
                    .orElse(", not for " + siteName))
        .orElse("");
  }

  private static String told(CertificateLook look) {
    return look.fold(CertificateLook.Shown::summary, CertificateLook.NotShown::summary);
  }

  private Sameness compare(Function<SideCertificates, CertificateLook> which) {
    return which
        .apply(primary)
        .certificates()
        .flatMap(
            one ->
                which
                    .apply(backup)
                    .certificates()
                    .map(
                        other ->
                            one.own().fingerprint().equals(other.own().fingerprint())
                                ? Sameness.SAME
                                : Sameness.DIFFERENT))
        .orElse(Sameness.UNKNOWN);
  }
}
