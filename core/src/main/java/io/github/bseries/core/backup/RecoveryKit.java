// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.PairSide;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said to lie ready outside the appliances, so that a pair can be rebuilt.
 *
 * <p>What is null, or not in the map, was not declared. That is not the same as missing: nothing is
 * known then. No secret stands in it: of a password only who knows it, of a key only where it lies.
 *
 * @param normalPrimary what belongs to the appliance that is meant to be primary
 * @param normalBackup what belongs to the appliance that is meant to stand by
 * @param vaultKey the Vault encryption key. That both appliances of a pair share one is assumed
 * @param certificates the certificates. One copy is enough, since both sides must have the same
 * @param networkDiagram the network around the pair
 * @param otherData data that an NSB leaves out, by its kind; in the order of {@link NsbItem}
 * @source S2 "Backup Procedures", S2 "Failover" (one copy of the certificates)
 * @since 0.1
 */
public record RecoveryKit(
    ApplianceKit normalPrimary,
    ApplianceKit normalBackup,
    @Nullable Attested<KitPart<VaultKeyCopy>> vaultKey,
    @Nullable Attested<KitPart<CertificateCopy>> certificates,
    @Nullable Attested<KitPart<NetworkDiagram>> networkDiagram,
    Map<NsbItem, Attested<KitPart<DataCopy>>> otherData) {

  /** Kinds of data that have a part of their own. */
  private static final Set<NsbItem> KEPT_APART =
      Collections.unmodifiableSet(
          EnumSet.of(
              NsbItem.VAULT_ENCRYPTION_KEY, NsbItem.CERTIFICATES, NsbItem.APPLIANCE_SETTINGS));

  /**
   * Keeps a copy of the map.
   *
   * @throws IllegalArgumentException if the newest backups of both sides are from one appliance, or
   *     {@code otherData} has a kind that is a part of its own: Vault encryption key, certificates,
   *     settings of /appliance
   */
  public RecoveryKit {
    requireNonNull(normalPrimary, "normalPrimary");
    requireNonNull(normalBackup, "normalBackup");
    otherData = copy(otherData);
    Optional<ApplianceId> id = newestBackup(normalPrimary).map(nsb -> nsb.file().appliance());
    if (id.isPresent() && id.equals(newestBackup(normalBackup).map(n -> n.file().appliance()))) {
      throw new IllegalArgumentException(
          "the newest backups of normalPrimary and normalBackup are both from "
              + id.get()
              + "; that is one appliance");
    }
  }

  private static Map<NsbItem, Attested<KitPart<DataCopy>>> copy(
      Map<NsbItem, Attested<KitPart<DataCopy>>> otherData) {
    Map<NsbItem, Attested<KitPart<DataCopy>>> copy = new EnumMap<>(NsbItem.class);
    requireNonNull(otherData, "otherData")
        .forEach((item, said) -> copy.put(checked(item), requireNonNull(said, "otherData")));
    return Collections.unmodifiableMap(copy);
  }

  private static NsbItem checked(NsbItem item) {
    if (KEPT_APART.contains(item)) {
      throw new IllegalArgumentException(
          "otherData has " + item + ", which is a part of its own in a recovery kit");
    }
    return item;
  }

  /** Returns that nothing was declared. */
  public static RecoveryKit none() {
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

  /**
   * Returns the kinds of data that have to be saved in another way besides any NSB, whatever the
   * product and however it was made, and that stand in {@code otherData}.
   *
   * <p>Whether a site has any data of a kind is not known: where it has none, {@link
   * KitPart.NothingToKeep} says so.
   *
   * @return a set of its own, in the order of {@link NsbItem}
   * @source S2 "Back Up /login", D-BACKUP
   */
  public static Set<NsbItem> dataBesidesNsb() {
    return Stream.of(NsbItem.values())
        .filter(item -> item.otherWay().isPresent() && !KEPT_APART.contains(item))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(NsbItem.class)));
  }

  /** Returns what belongs to the normal primary and to the normal backup, in this order. */
  public List<ApplianceKit> sides() {
    return List.of(normalPrimary, normalBackup);
  }

  /** Returns what belongs to the appliance of this side. */
  public ApplianceKit side(PairSide side) {
    return requireNonNull(side, "side") == PairSide.NORMAL_PRIMARY ? normalPrimary : normalBackup;
  }

  /**
   * Returns the newest backup that is kept of this side; empty if none is, if the side gives none,
   * or if nothing was declared: {@code side(side).newestBackup()} tells these apart.
   */
  public Optional<NsbCopy> newestBackup(PairSide side) {
    return newestBackup(side(side));
  }

  /** Returns what was said of one kind of data that an NSB leaves out; empty if nothing was. */
  public Optional<Attested<KitPart<DataCopy>>> otherData(NsbItem item) {
    return Optional.ofNullable(otherData.get(item));
  }

  /**
   * Returns what was declared of this item, on both sides or of all kinds of data, without what was
   * not; empty if nothing was.
   */
  public List<Attested<?>> declared(KitItem item) {
    Stream<? extends @Nullable Attested<?>> said =
        switch (item) {
          case NSB -> sides().stream().map(ApplianceKit::newestBackup);
          case STATUS_PAGE -> sides().stream().map(ApplianceKit::statusPage);
          case APPLIANCE_NOTES -> sides().stream().map(ApplianceKit::notes);
          case DEPLOYMENT_FILE -> sides().stream().map(ApplianceKit::deploymentFile);
          case VAULT_ENCRYPTION_KEY -> Stream.ofNullable(vaultKey);
          case CERTIFICATES -> Stream.ofNullable(certificates);
          case NETWORK_DIAGRAM -> Stream.ofNullable(networkDiagram);
          case OTHER_DATA -> otherData.values().stream();
        };
    return said.filter(Objects::nonNull).<Attested<?>>map(it -> it).toList();
  }

  /** Returns all that was declared, what is said of passwords too, without what was not. */
  public List<Attested<?>> attestations() {
    Stream<Attested<?>> ofPair =
        Stream.of(KitItem.values())
            .filter(item -> !item.isOfEachSide())
            .flatMap(item -> declared(item).stream());
    return Stream.concat(sides().stream().flatMap(side -> side.attestations().stream()), ofPair)
        .toList();
  }

  private static Optional<NsbCopy> newestBackup(ApplianceKit side) {
    return Optional.ofNullable(side.newestBackup()).flatMap(said -> said.value().copy());
  }

  /**
   * Collects what is said of a recovery kit. Not safe for use by several threads; may be reused
   * after a build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private ApplianceKit normalPrimary = ApplianceKit.none();
    private ApplianceKit normalBackup = ApplianceKit.none();
    private @Nullable Attested<KitPart<VaultKeyCopy>> vaultKey;
    private @Nullable Attested<KitPart<CertificateCopy>> certificates;
    private @Nullable Attested<KitPart<NetworkDiagram>> networkDiagram;
    private final Map<NsbItem, Attested<KitPart<DataCopy>>> otherData =
        new EnumMap<>(NsbItem.class);

    private Builder() {}

    private Builder(RecoveryKit kit) {
      this.normalPrimary = kit.normalPrimary;
      this.normalBackup = kit.normalBackup;
      this.vaultKey = kit.vaultKey;
      this.certificates = kit.certificates;
      this.networkDiagram = kit.networkDiagram;
      this.otherData.putAll(kit.otherData);
    }

    /** Sets what belongs to the appliance that is meant to be primary. */
    public Builder normalPrimary(ApplianceKit normalPrimary) {
      this.normalPrimary = requireNonNull(normalPrimary, "normalPrimary");
      return this;
    }

    /** Sets what belongs to the appliance that is meant to stand by. */
    public Builder normalBackup(ApplianceKit normalBackup) {
      this.normalBackup = requireNonNull(normalBackup, "normalBackup");
      return this;
    }

    /** Sets what is said of the Vault encryption key; never the key. */
    public Builder vaultKey(Attested<KitPart<VaultKeyCopy>> vaultKey) {
      this.vaultKey = requireNonNull(vaultKey, "vaultKey");
      return this;
    }

    /** Sets what is said of the copy of the certificates. */
    public Builder certificates(Attested<KitPart<CertificateCopy>> certificates) {
      this.certificates = requireNonNull(certificates, "certificates");
      return this;
    }

    /** Sets what is said of the drawing of the network. */
    public Builder networkDiagram(Attested<KitPart<NetworkDiagram>> networkDiagram) {
      this.networkDiagram = requireNonNull(networkDiagram, "networkDiagram");
      return this;
    }

    /**
     * Sets what is said of one kind of data that an NSB leaves out, in place of what was said of it
     * before.
     *
     * @throws IllegalArgumentException if that kind is a part of its own: Vault encryption key,
     *     certificates, settings of /appliance
     */
    public Builder otherData(NsbItem item, Attested<KitPart<DataCopy>> said) {
      this.otherData.put(checked(item), requireNonNull(said, "said"));
      return this;
    }

    /**
     * Returns what is said of the kit.
     *
     * @throws IllegalArgumentException if the newest backups of both sides are from one appliance
     */
    public RecoveryKit build() {
      return new RecoveryKit(
          normalPrimary, normalBackup, vaultKey, certificates, networkDiagram, otherData);
    }
  }
}
