// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.BackupEncryption;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an archive writes down of one backup, in the file {@code manifest.json} beside it. No secret
 * stands in it.
 *
 * @param number the how-manieth backup of the archive it is, 1 or more. It rises with each one,
 *     whatever the clock does, and so tells which of two is newer
 * @param file the name of the file beside the manifest
 * @param appliance which appliance it is from: the one that answered right before
 * @param host where that was called, with the port where that is not 443
 * @param site the name of the site; null if the caller did not say
 * @param role what the appliance played right before
 * @param roleAfter what it played right after; null if that is not known, or if another appliance
 *     answered by then
 * @param applianceAfter which appliance answered right after, if it was another one: then nobody
 *     knows from which of the two the file is, and it is not good; null otherwise
 * @param version what it ran right before; null if it did not say
 * @param api which call of which API brought it
 * @param startedAt when it was asked for, on our clock; of the years 1970 to 9999
 * @param endedAt when the file was whole, on our clock
 * @param applianceClock what the appliance's clock showed when it began to answer; null if it did
 *     not say
 * @param sizeBytes the length of the file, 1 or more
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits in lower case
 * @param end how it is known that nothing is missing at its end
 * @param passwordSent whether a password was sent along. What an appliance does with it is not
 *     documented
 * @param encryption how the file was encrypted on our side, with length and digest of what is in
 *     it; null if it was not. Verifying needs no key: {@code sizeBytes} and {@code sha256} are
 *     those of the file
 * @param askedBy who asked for it: a name, a program or a ticket
 * @param protection who wants it to stay; null if nobody does
 * @param verification what came of the last time it was digested again; null if it never was
 * @source D-BACKUP (the password), D-HEALTH (role, version)
 * @since 0.1
 */
public record BackupManifest(
    long number,
    String file,
    ApplianceId appliance,
    String host,
    @Nullable String site,
    FailoverRole role,
    @Nullable FailoverRole roleAfter,
    @Nullable ApplianceId applianceAfter,
    @Nullable ApplianceVersion version,
    String api,
    Instant startedAt,
    Instant endedAt,
    @Nullable Instant applianceClock,
    long sizeBytes,
    String sha256,
    BackupEnd end,
    boolean passwordSent,
    @Nullable BackupEncryption encryption,
    String askedBy,
    @Nullable Protection protection,
    @Nullable Verification verification) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** The longest name of a host that the DNS has, and a port. */
  private static final int LONGEST_HOST = 253 + ":65535".length();

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /**
   * Checks each component.
   *
   * @throws IllegalArgumentException if {@code number} or {@code sizeBytes} is below 1, if {@code
   *     file} is no plain name that ends in {@code .nsb}, or in {@code .nsb.age} if encrypted, if
   *     {@code sha256} is no digest, if it ended before it started, if {@code applianceAfter} is
   *     {@code appliance}, or if a text is blank or more than one line
   */
  public BackupManifest {
    atLeastOne("number", number);
    atLeastOne("sizeBytes", sizeBytes);
    if (!ArchiveNames.isOfBackup(requireNonNull(file, "file"), encryption != null)) {
      throw new IllegalArgumentException(
          "file must be a plain name of letters, digits, dots, hyphens and underscores that ends"
              + " in .nsb, or in .nsb.age if it is encrypted");
    }
    requireNonNull(appliance, "appliance");
    host = OneLine.checked("host", host, LONGEST_HOST);
    site = site == null ? null : OneLine.checked("site", site);
    requireNonNull(role, "role");
    if (appliance.equals(applianceAfter)) {
      throw new IllegalArgumentException(
          "applianceAfter is " + appliance + ", must be another one than appliance, or missing");
    }
    api = OneLine.checked("api", api);
    askedBy = OneLine.checked("askedBy", askedBy);
    requireNonNull(end, "end");
    checkTimes(requireNonNull(startedAt, "startedAt"), requireNonNull(endedAt, "endedAt"));
    if (!DIGEST.matcher(requireNonNull(sha256, "sha256")).matches()) {
      throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits in lower case");
    }
  }

  private static void atLeastOne(String component, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(component + " is " + value + ", must be 1 or more");
    }
  }

  private static void checkTimes(Instant startedAt, Instant endedAt) {
    if (startedAt.isBefore(Instant.EPOCH) || endedAt.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "startedAt is " + startedAt + ", must be of the years 1970 to 9999");
    }
    if (endedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "endedAt is " + endedAt + ", before startedAt, which is " + startedAt);
    }
  }

  /** Returns whether the file was encrypted on our side. */
  public boolean isEncrypted() {
    return encryption != null;
  }

  /** Returns the length of the backup as the appliance sent it, encrypted here or not. */
  public long plainSizeBytes() {
    return encryption == null ? sizeBytes : encryption.plainSizeBytes();
  }

  /** Returns the SHA-256 of the backup as the appliance sent it, encrypted here or not. */
  public String plainSha256() {
    return encryption == null ? sha256 : encryption.plainSha256();
  }

  /** Returns whether somebody wants it to stay. */
  public boolean isProtected() {
    return protection != null;
  }

  /** Returns this manifest with somebody who wants the backup to stay. */
  BackupManifest with(Protection protection) {
    return with(protection, verification);
  }

  /** Returns this manifest with nobody who wants the backup to stay. */
  BackupManifest unprotected() {
    return with(null, verification);
  }

  /** Returns this manifest with what came of digesting the file again. */
  BackupManifest with(Verification verification) {
    return with(protection, verification);
  }

  private BackupManifest with(
      @Nullable Protection newProtection, @Nullable Verification newVerification) {
    return new BackupManifest(
        number,
        file,
        appliance,
        host,
        site,
        role,
        roleAfter,
        applianceAfter,
        version,
        api,
        startedAt,
        endedAt,
        applianceClock,
        sizeBytes,
        sha256,
        end,
        passwordSent,
        encryption,
        askedBy,
        newProtection,
        newVerification);
  }
}
