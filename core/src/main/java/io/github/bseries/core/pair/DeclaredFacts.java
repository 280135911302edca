// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one appliance because somebody says so, since no API tells it.
 *
 * <p>What is null was not declared. That is not the same as "off" or "none": nothing is known then.
 *
 * @param backupSettings its Failover page
 * @param interApplianceKey the fingerprint of its inter-appliance key, which must be the same on
 *     both; never the key
 * @param certificates its server certificates
 * @param ipConfiguration every address on its IP Configuration page, its own and shared ones,
 *     enabled or not
 * @param apiAccess what the API account may do there
 * @param smtpAlerts whether it has a working SMTP server to send alerts through, and somebody's
 *     address to send them to
 * @param httpsFromClients whether all clients reach it over HTTPS, TCP port 443
 * @param directoryTraffic from which of its addresses it reaches the directory of its users
 * @source S1 "Establish the Primary/Backup Failover Relationship Between Two B Series Appliances"
 *     (identical keys, email alerts), S1 "Methods of Network Configuration for B Series Appliance
 *     Failover" (port 443 to both)
 * @since 0.1
 */
public record DeclaredFacts(
    @Nullable Attested<BackupSettings> backupSettings,
    @Nullable Attested<Fingerprint> interApplianceKey,
    @Nullable Attested<List<ApplianceCertificate>> certificates,
    @Nullable Attested<List<IpAddress>> ipConfiguration,
    @Nullable Attested<ApiAccess> apiAccess,
    @Nullable Attested<Boolean> smtpAlerts,
    @Nullable Attested<Boolean> httpsFromClients,
    @Nullable Attested<DirectoryTraffic> directoryTraffic) {

  /** Keeps copies of the lists. */
  public DeclaredFacts {
    if (certificates != null) {
      certificates = certificates.map(List::copyOf);
    }
    if (ipConfiguration != null) {
      ipConfiguration = ipConfiguration.map(List::copyOf);
    }
  }

  /** Returns that nothing was declared. */
  public static DeclaredFacts none() {
    return builder().build();
  }

  /** Returns a builder in which nothing is declared. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder in which everything is declared that is declared here. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns all that was declared, in no special order, without what was not. */
  public List<Attested<?>> attestations() {
    return Stream.<@Nullable Attested<?>>of(
            backupSettings,
            interApplianceKey,
            certificates,
            ipConfiguration,
            apiAccess,
            smtpAlerts,
            httpsFromClients,
            directoryTraffic)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Returns all but the fingerprint of the inter-appliance key: who knows that can try out guesses
   * of the key. Its form may change.
   */
  @Override
  public String toString() {
    return "DeclaredFacts[backupSettings="
        + backupSettings
        + ", interApplianceKey="
        + (interApplianceKey == null ? null : interApplianceKey.map(it -> "not shown"))
        + ", certificates="
        + certificates
        + ", ipConfiguration="
        + ipConfiguration
        + ", apiAccess="
        + apiAccess
        + ", smtpAlerts="
        + smtpAlerts
        + ", httpsFromClients="
        + httpsFromClients
        + ", directoryTraffic="
        + directoryTraffic
        + ']';
  }

  /**
   * Collects what is declared of one appliance. Not safe for use by several threads; may be reused
   * after a build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private @Nullable Attested<BackupSettings> backupSettings;
    private @Nullable Attested<Fingerprint> interApplianceKey;
    private @Nullable Attested<List<ApplianceCertificate>> certificates;
    private @Nullable Attested<List<IpAddress>> ipConfiguration;
    private @Nullable Attested<ApiAccess> apiAccess;
    private @Nullable Attested<Boolean> smtpAlerts;
    private @Nullable Attested<Boolean> httpsFromClients;
    private @Nullable Attested<DirectoryTraffic> directoryTraffic;

    private Builder() {}

    private Builder(DeclaredFacts facts) {
      this.backupSettings = facts.backupSettings;
      this.interApplianceKey = facts.interApplianceKey;
      this.certificates = facts.certificates;
      this.ipConfiguration = facts.ipConfiguration;
      this.apiAccess = facts.apiAccess;
      this.smtpAlerts = facts.smtpAlerts;
      this.httpsFromClients = facts.httpsFromClients;
      this.directoryTraffic = facts.directoryTraffic;
    }

    /** Sets what stands on the Failover page. */
    public Builder backupSettings(Attested<BackupSettings> backupSettings) {
      this.backupSettings = requireNonNull(backupSettings, "backupSettings");
      return this;
    }

    /** Sets the fingerprint of the inter-appliance key; never the key. */
    public Builder interApplianceKey(Attested<Fingerprint> interApplianceKey) {
      this.interApplianceKey = requireNonNull(interApplianceKey, "interApplianceKey");
      return this;
    }

    /** Sets the server certificates. */
    public Builder certificates(Attested<List<ApplianceCertificate>> certificates) {
      this.certificates = requireNonNull(certificates, "certificates");
      return this;
    }

    /** Sets all addresses on the page IP Configuration, own and shared, enabled or not. */
    public Builder ipConfiguration(Attested<List<IpAddress>> ipConfiguration) {
      this.ipConfiguration = requireNonNull(ipConfiguration, "ipConfiguration");
      return this;
    }

    /** Sets what the API account may do. */
    public Builder apiAccess(Attested<ApiAccess> apiAccess) {
      this.apiAccess = requireNonNull(apiAccess, "apiAccess");
      return this;
    }

    /** Sets whether alerts are sent by email, to somebody. */
    public Builder smtpAlerts(Attested<Boolean> smtpAlerts) {
      this.smtpAlerts = requireNonNull(smtpAlerts, "smtpAlerts");
      return this;
    }

    /** Sets whether all clients reach it over TCP port 443. */
    public Builder httpsFromClients(Attested<Boolean> httpsFromClients) {
      this.httpsFromClients = requireNonNull(httpsFromClients, "httpsFromClients");
      return this;
    }

    /** Sets from which of its addresses it reaches the directory of its users. */
    public Builder directoryTraffic(Attested<DirectoryTraffic> directoryTraffic) {
      this.directoryTraffic = requireNonNull(directoryTraffic, "directoryTraffic");
      return this;
    }

    /** Returns what was declared. */
    public DeclaredFacts build() {
      return new DeclaredFacts(
          backupSettings,
          interApplianceKey,
          certificates,
          ipConfiguration,
          apiAccess,
          smtpAlerts,
          httpsFromClients,
          directoryTraffic);
    }
  }
}
