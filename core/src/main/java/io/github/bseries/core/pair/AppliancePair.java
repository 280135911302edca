// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two appliances that stand in for each other, and how they are joined.
 *
 * <p>It is what the people of the pair declare, and not what the appliances do at the moment: which
 * of them is primary now stands in a {@link PairSnapshot}. No secret stands in it.
 *
 * @param siteHostName the public host name of the site, in lower case, whichever appliance is
 *     behind it
 * @param normalPrimary the appliance that is meant to be primary
 * @param normalBackup the appliance that is meant to stand by
 * @param cutover how users reach the new primary
 * @param product what runs on both; null if it was not declared
 * @param atlasRole the part of the pair in an Atlas cluster; null if it was not declared
 * @param swingDuty who changes the DNS record or the NAT rule; null if nobody was declared
 * @param unattendedAutomation whether a program may change roles with nobody watching; null if that
 *     was not declared
 * @source S1 "Best Practices for Primary and Backup Environments" (normal primary, normal backup)
 * @since 0.1
 */
public record AppliancePair(
    String siteHostName,
    Appliance normalPrimary,
    Appliance normalBackup,
    TrafficCutover cutover,
    @Nullable Product product,
    @Nullable AtlasRole atlasRole,
    @Nullable Attested<SwingDuty> swingDuty,
    @Nullable Attested<Boolean> unattendedAutomation) {

  /**
   * Puts the name of the site into lower case. A pair that is unwise can be declared, such as one
   * with the same address on both sides: it is for the rules to say so.
   *
   * @throws IllegalArgumentException if {@code siteHostName} is no host name, or if both appliances
   *     have the same id: then they are one
   */
  public AppliancePair {
    siteHostName = HostText.checkedName("siteHostName", siteHostName);
    requireNonNull(normalPrimary, "normalPrimary");
    requireNonNull(normalBackup, "normalBackup");
    requireNonNull(cutover, "cutover");
    ApplianceId id = normalPrimary.id();
    if (id != null && id.equals(normalBackup.id())) {
      throw new IllegalArgumentException(
          "normalPrimary and normalBackup have the same id " + id + "; that is one appliance");
    }
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder in which everything is set that is set here. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the normal primary and the normal backup, in this order. */
  public List<Appliance> appliances() {
    return List.of(normalPrimary, normalBackup);
  }

  /** Returns the appliance that was declared with this id; empty if there is none. */
  public Optional<Appliance> appliance(ApplianceId id) {
    return appliances().stream().filter(appliance -> id.equals(appliance.id())).findFirst();
  }

  /** Returns whether both appliances are known to be on one subnet. */
  public boolean isOnOneSubnet() {
    Subnet subnet = normalPrimary.subnet();
    return subnet != null && subnet.equals(normalBackup.subnet());
  }

  /**
   * Returns whether both appliances are known to be on different subnets. If a subnet was not
   * declared, they are known to be neither on one nor on two.
   */
  public boolean isOnTwoSubnets() {
    Subnet subnet = normalPrimary.subnet();
    Subnet other = normalBackup.subnet();
    return subnet != null && other != null && !subnet.equals(other);
  }

  /** Returns this pair with another normal primary, or with more known of it. */
  public AppliancePair withNormalPrimary(Appliance normalPrimary) {
    return toBuilder().normalPrimary(normalPrimary).build();
  }

  /** Returns this pair with another normal backup, or with more known of it. */
  public AppliancePair withNormalBackup(Appliance normalBackup) {
    return toBuilder().normalBackup(normalBackup).build();
  }

  /**
   * Collects what is known of a pair. Not safe for use by several threads; may be reused after a
   * build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private @Nullable String siteHostName;
    private @Nullable Appliance normalPrimary;
    private @Nullable Appliance normalBackup;
    private @Nullable TrafficCutover cutover;
    private @Nullable Product product;
    private @Nullable AtlasRole atlasRole;
    private @Nullable Attested<SwingDuty> swingDuty;
    private @Nullable Attested<Boolean> unattendedAutomation;

    private Builder() {}

    private Builder(AppliancePair pair) {
      this.siteHostName = pair.siteHostName;
      this.normalPrimary = pair.normalPrimary;
      this.normalBackup = pair.normalBackup;
      this.cutover = pair.cutover;
      this.product = pair.product;
      this.atlasRole = pair.atlasRole;
      this.swingDuty = pair.swingDuty;
      this.unattendedAutomation = pair.unattendedAutomation;
    }

    /** Sets the public host name of the site. Required. */
    public Builder siteHostName(String siteHostName) {
      this.siteHostName = requireNonNull(siteHostName, "siteHostName");
      return this;
    }

    /** Sets the appliance that is meant to be primary. Required. */
    public Builder normalPrimary(Appliance normalPrimary) {
      this.normalPrimary = requireNonNull(normalPrimary, "normalPrimary");
      return this;
    }

    /** Sets the appliance that is meant to stand by. Required. */
    public Builder normalBackup(Appliance normalBackup) {
      this.normalBackup = requireNonNull(normalBackup, "normalBackup");
      return this;
    }

    /** Sets how users reach the new primary. Required. */
    public Builder cutover(TrafficCutover cutover) {
      this.cutover = requireNonNull(cutover, "cutover");
      return this;
    }

    /** Sets what runs on both. Not declared unless set. */
    public Builder product(Product product) {
      this.product = requireNonNull(product, "product");
      return this;
    }

    /** Sets the part of the pair in an Atlas cluster. Not declared unless set. */
    public Builder atlasRole(AtlasRole atlasRole) {
      this.atlasRole = requireNonNull(atlasRole, "atlasRole");
      return this;
    }

    /** Sets who changes the DNS record or the NAT rule. Not declared unless set. */
    public Builder swingDuty(Attested<SwingDuty> swingDuty) {
      this.swingDuty = requireNonNull(swingDuty, "swingDuty");
      return this;
    }

    /** Sets whether a program may change roles with nobody watching. Not declared unless set. */
    public Builder unattendedAutomation(Attested<Boolean> unattendedAutomation) {
      this.unattendedAutomation = requireNonNull(unattendedAutomation, "unattendedAutomation");
      return this;
    }

    /**
     * Returns the pair.
     *
     * @throws IllegalStateException if something required is missing; the message names it
     * @throws IllegalArgumentException if the site has no host name, or both appliances one id
     */
    public AppliancePair build() {
      return new AppliancePair(
          required("siteHostName", siteHostName),
          required("normalPrimary", normalPrimary),
          required("normalBackup", normalBackup),
          required("cutover", cutover),
          product,
          atlasRole,
          swingDuty,
          unattendedAutomation);
    }

    private static <T> T required(String setting, @Nullable T value) {
      if (value == null) {
        throw new IllegalStateException(setting + " is required");
      }
      return value;
    }
  }
}
