// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.Arrays;
import java.util.List;

/**
 * One question about appliances which no source settles, or on which the sources differ. The values
 * that are plausible are {@link AssumedBehaviour}s; which of them a pair shows is chosen by its
 * {@link Assumptions}.
 *
 * @since 0.1
 */
public enum AssumedSwitch {
  /** What {@code set_failover_role} says to an appliance that has this role already. */
  ROLE_ALREADY_HELD("What is said to a role that is held already", "D-ROLE (silent)"),

  /** Whether asking the backup to be primary makes the old primary backup as well. */
  BACKUP_ASKED_TO_BE_PRIMARY(
      "What the old primary does when the API asks the backup to be primary",
      "D-FOPLAN (the page swaps both), W-NODE (asks both)"),

  /** Whether a shared IP follows a role that was set through the API. */
  SHARED_IP_AND_API(
      "Whether the shared IP follows a role that was set through the API",
      "S1 \"Appendix: Administration Settings for Failover\" (it follows the role), S1 \"Set"
          + " Failover Roles\" (one has systems of one's own for it)"),

  /** What a primary believes that it is when its power comes back. */
  RETURNING_PRIMARY(
      "What a returning old primary believes it is",
      "S1 \"Resolve Conflicts in a Failover Setup\" (both may be primary), S2 \"Failover\" (it"
          + " re-enters as backup)"),

  /** In which form {@code set_failover_role} answers; for the front that takes the calls. */
  ROLE_ANSWER_FORM(
      "In which form set_failover_role answers",
      "D-ROLE (an element success or error, with a full stop; no sample of a whole answer)"),

  /** Whether tokens outlive a change of the role of their appliance. */
  TOKENS_AFTER_ROLE_CHANGE("Whether tokens outlive a change of the role", "D-AUTH (silent)"),

  /** Whether tokens outlive a loss of power. */
  TOKENS_AFTER_RESTART("Whether tokens outlive a restart", "D-AUTH (silent)"),

  /** Whether the peer accepts a token. */
  TOKENS_ON_PEER("Whether a token is valid on the other appliance", "D-AUTH (silent)"),

  /** Whether a backup, too, tells of the last data sync. */
  SYNC_FIELDS_ON_BACKUP(
      "Whether a backup tells of the last data sync", "S-V2 (the primary only), D-HEALTH (silent)"),

  /** What is told of the last data sync while there was none. */
  SYNC_FIELDS_BEFORE_FIRST(
      "What is told of the last data sync before the first one", "D-HEALTH (silent)"),

  /** How the time of the last data sync is written. */
  SYNC_TIME_FORM(
      "How the time of the last data sync is written",
      "W-SEKOIA (+00:00, in reports), W-RAGMOB (+0000 with a fraction, in a fixture)"),

  /** Whether the attribute {@code ts} is there. */
  SYNC_TIME_SECONDS(
      "Whether the time of the last data sync has its seconds beside it",
      "D-HEALTH (it has), W-RAGMOB (a fixture without)"),

  /** Which moment of a data sync its time is. */
  SYNC_TIME_MEANING(
      "Which moment of a data sync is told as its time",
      "S1 \"Establish the Primary/Backup Failover Relationship\" (listed at its end; which moment"
          + " is listed, is not said)"),

  /** What the time of the last data sync is after one that failed. */
  SYNC_TIME_AFTER_FAILURE("What time is told after a data sync that failed", "D-HEALTH (silent)"),

  /** Whether health is cached. */
  HEALTH_CACHE(
      "Whether health may be a minute old", "D-V2HEALTH (version 2: yes), D-HEALTH (silent)"),

  /** Whether trouble of the pair is trouble of the health of an appliance. */
  PAIR_TROUBLE_IN_HEALTH(
      "Whether health tells of trouble between the two", "D-MAIL (mails of it), D-HEALTH (silent)"),

  /** Whether an appliance gives backup files while it is backup. */
  FILE_OF_BACKUP("Whether a backup gives backup files", "D-BACKUP (silent)"),

  /** What becomes of reports and recordings that only the backup has. */
  RECORDS_IN_SYNC(
      "What a data sync does to reports and recordings that only the backup has, unless it ends a"
          + " conflict",
      "S1 \"Establish the Primary/Backup Failover Relationship\" (overwritten), S1 \"Resolve"
          + " Conflicts in a Failover Setup\" (on both after a conflict)"),

  /** How much a data sync copies. */
  SYNC_SIZE("How much a data sync copies", "S1 (it depends on the amount of data)"),

  /** What differing versions prevent. */
  VERSION_MISMATCH(
      "What differing versions prevent", "D-MAIL (a mail), D-FOGUIDE (they have to be the same)"),

  /** What a backup without test IPs does when the primary is out of reach. */
  TAKEOVER_WITHOUT_TEST_IPS(
      "What a backup without test IPs does about a primary out of reach",
      "S2 \"Failover and Spare B Series Appliances\" (speaks of test IPs that are reached)"),

  /** Whether a primary that ails is one that is out of reach. */
  AILING_PRIMARY(
      "Whether automatic failover counts a primary that ails as out of reach",
      "D-MAIL (a probe that fails), S1 (a primary that is unreachable)"),

  /** How a peer out of reach appears among the appliances. */
  LOST_PEER_IN_LIST("How a peer out of reach is listed", "D-APPL (silent)"),

  /** What Fix This Error does when no criterion decides. */
  FIX_WITHOUT_EVIDENCE(
      "What Fix This Error does when nothing tells the two apart",
      "S1 \"Resolve Conflicts in a Failover Setup\" (names two criteria as examples)"),

  /** What breaking the relationship does when the peer is out of reach. */
  BREAK_WITHOUT_PEER(
      "What breaking the relationship does while the peer is out of reach",
      "S1 \"Appendix: Administration Settings for Failover\" (both lose their roles)"),

  /** What is answered past the rate limit; for the front that takes the calls. */
  RATE_LIMIT_ANSWER("What is answered past the rate limit", "S-CFG (silent)"),

  /** Whether requests for tokens count; for the front that takes the calls. */
  RATE_LIMIT_AND_TOKENS(
      "Whether requests for tokens count towards the rate limit", "S-CFG (all endpoints)"),

  /** What is answered while the XML API is off; for the front that takes the calls. */
  XML_API_OFF("What is answered while the XML API is switched off", "D-APICFG (silent)"),

  /** What a locked account is told that has the right secret; for the front. */
  LOCKED_ACCOUNT("What a locked account is told", "S-CFG (silent)"),

  /** What an account without the permission for backups is told; for the front. */
  BACKUP_NOT_PERMITTED(
      "What an account is told that may not download backups", "D-BACKUP (silent)"),

  /** What a call with a token is told that is not valid; for the front. */
  INVALID_TOKEN(
      "What a call is told whose token is not valid",
      "D-JSON (the body, no status), L-OAUTH (401, sometimes with a hint)"),

  /** What a caller is told who is not on the allow list; for the front. */
  STRANGE_CALLER("What a caller is told who is not on the allow list", "S-CFG (silent)"),

  /** Whether a backup lists clients; for the front that takes the calls. */
  CLIENTS_OF_BACKUP("What a backup answers that is asked for its clients", "D-CLIENTS (silent)");

  private final String question;
  private final String sources;

  AssumedSwitch(String question, String sources) {
    this.question = question;
    this.sources = sources;
  }

  /** Returns the question in words. */
  public String question() {
    return question;
  }

  /** Returns the keys of the sources that are silent or differ, with what they say. */
  public String sources() {
    return sources;
  }

  /** Returns the plausible behaviours, at least two; the first one is assumed unless set. */
  public List<AssumedBehaviour> behaviours() {
    return Arrays.stream(AssumedBehaviour.values())
        .filter(behaviour -> behaviour.ofSwitch() == this)
        .toList();
  }

  /** Returns the behaviour that is assumed unless another one is set. */
  public AssumedBehaviour standard() {
    return behaviours().get(0);
  }
}
