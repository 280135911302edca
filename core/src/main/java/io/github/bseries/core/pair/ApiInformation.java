// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApiAccess.CommandPermission;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an appliance says of its API, and of what the calling account may do there.
 *
 * <p>The set of permissions grows with the releases, so all are kept by the names and values that
 * came, known or not.
 *
 * @param apiVersion the version of the API, such as {@code 1.19.0}; not that of the appliance. Null
 *     if it did not say
 * @param companyName the company; null if it did not say, which newer releases never do
 * @param serverTime the clock of the appliance, in whole seconds; null if it did not say
 * @param permissions the value of each permission by its name, in the order in which they came
 * @source W-RAGMOB (recorded answer), D-INFO, D-CHG (no company since 1.24.1)
 * @since 0.1
 */
public record ApiInformation(
    @Nullable String apiVersion,
    @Nullable String companyName,
    @Nullable Instant serverTime,
    Map<String, String> permissions) {

  /** The name of the permission for the command API. */
  public static final String COMMAND = "perm_command";

  /** The name of the permission for the backup API. */
  public static final String BACKUP = "perm_backup";

  /** Keeps a copy of the permissions. */
  public ApiInformation {
    Map<String, String> copy = new LinkedHashMap<>();
    requireNonNull(permissions, "permissions")
        .forEach((name, value) -> copy.put(named(name), requireNonNull(value, "permission value")));
    permissions = Collections.unmodifiableMap(copy);
  }

  private static String named(String name) {
    if (requireNonNull(name, "permission name").isBlank()) {
      throw new IllegalArgumentException("permission name is blank");
    }
    return name;
  }

  /**
   * Returns what the account may do with the command API; empty if that was not told, or by a word
   * that is not known.
   *
   * @source S-CFG, D-INFO (the three words)
   */
  public Optional<CommandPermission> command() {
    return switch (permissions.getOrDefault(COMMAND, "")) {
      case "deny" -> Optional.of(CommandPermission.DENY);
      case "read_only" -> Optional.of(CommandPermission.READ_ONLY);
      case "full_access" -> Optional.of(CommandPermission.FULL_ACCESS);
      default -> Optional.empty();
    };
  }

  /** Returns whether the account may download backups; empty if that was not told. */
  public Optional<Boolean> backup() {
    return allows(BACKUP);
  }

  /**
   * Returns whether the account has the permission of this name, of those that are yes or no.
   *
   * @return empty if it was not told, or neither by {@code 1} nor by {@code 0}
   */
  public Optional<Boolean> allows(String permission) {
    return switch (permissions.getOrDefault(requireNonNull(permission, "permission"), "")) {
      case "1" -> Optional.of(true);
      case "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
