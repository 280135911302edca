// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

/**
 * One plausible answer to the question of an {@link AssumedSwitch}. Of each switch, the first one
 * here is assumed unless another one is set.
 *
 * @source assumed: all of them; what the sources say stands at the switch
 * @since 0.1
 */
public enum AssumedBehaviour {
  /** It refuses. */
  HELD_ROLE_REFUSED(AssumedSwitch.ROLE_ALREADY_HELD, "it is refused"),

  /** It says that the role was changed, and changes nothing. */
  HELD_ROLE_CONFIRMED(
      AssumedSwitch.ROLE_ALREADY_HELD, "it is confirmed as a change, and nothing changes"),

  /** It becomes backup first, so that the two swap. */
  PEER_FOLLOWS(AssumedSwitch.BACKUP_ASKED_TO_BE_PRIMARY, "it becomes backup first: a swap"),

  /** It stays primary until it is asked itself. */
  PEER_STAYS(AssumedSwitch.BACKUP_ASKED_TO_BE_PRIMARY, "it stays primary until it is asked itself"),

  /** It is enabled and disabled with the role. */
  SHARED_IP_FOLLOWS(AssumedSwitch.SHARED_IP_AND_API, "it is enabled and disabled with the role"),

  /** It stays until somebody moves it. */
  SHARED_IP_STAYS(AssumedSwitch.SHARED_IP_AND_API, "it stays until somebody moves it"),

  /** It has the role that it had. */
  RETURNS_WITH_ITS_ROLE(AssumedSwitch.RETURNING_PRIMARY, "it has the role that it had"),

  /** It becomes backup if it reaches a peer that is primary. */
  YIELDS_TO_A_PRIMARY(
      AssumedSwitch.RETURNING_PRIMARY, "it becomes backup if it reaches a peer that is primary"),

  /** The root is {@code success} or {@code error}. */
  ROLE_ANSWER_IS_THE_ROOT(AssumedSwitch.ROLE_ANSWER_FORM, "its root is success or error"),

  /** They are children of a root that is called as the command. */
  ROLE_ANSWER_IN_A_FRAME(
      AssumedSwitch.ROLE_ANSWER_FORM, "success or error is a child of set_failover_role"),

  /** The root is {@code success} or {@code error}, and its text has no full stop at its end. */
  ROLE_ANSWER_WITHOUT_STOP(
      AssumedSwitch.ROLE_ANSWER_FORM, "its root is success or error, without the last full stop"),

  /** They stay valid. */
  TOKENS_SURVIVE_ROLE_CHANGE(AssumedSwitch.TOKENS_AFTER_ROLE_CHANGE, "they stay valid"),

  /** They are invalid at once. */
  TOKENS_END_WITH_ROLE(AssumedSwitch.TOKENS_AFTER_ROLE_CHANGE, "they are invalid at once"),

  /** They are gone. */
  TOKENS_END_WITH_POWER(AssumedSwitch.TOKENS_AFTER_RESTART, "they are gone"),

  /** They are valid as before. */
  TOKENS_SURVIVE_RESTART(AssumedSwitch.TOKENS_AFTER_RESTART, "they are valid as before"),

  /** It is valid where it was issued. */
  TOKENS_OF_ONE_APPLIANCE(AssumedSwitch.TOKENS_ON_PEER, "it is valid where it was issued only"),

  /** It is valid on both. */
  TOKENS_OF_THE_SITE(AssumedSwitch.TOKENS_ON_PEER, "it is valid on both"),

  /** The primary alone tells of it. */
  PRIMARY_TELLS_SYNC(AssumedSwitch.SYNC_FIELDS_ON_BACKUP, "it does not"),

  /** Both tell of it. */
  BOTH_TELL_SYNC(AssumedSwitch.SYNC_FIELDS_ON_BACKUP, "it does, as the primary"),

  /** The fields are not there. */
  NO_SYNC_NO_FIELDS(AssumedSwitch.SYNC_FIELDS_BEFORE_FIRST, "the fields are left out"),

  /** There is a status, and an empty time. */
  NO_SYNC_BUT_STATUS(AssumedSwitch.SYNC_FIELDS_BEFORE_FIRST, "a status, never, with an empty time"),

  /** {@code 2026-03-01T11:00:00+00:00}. */
  OFFSET_WITH_COLON(AssumedSwitch.SYNC_TIME_FORM, "as 2026-03-01T11:00:00+00:00"),

  /** {@code 2026-03-01T11:00:00Z}. */
  ZULU(AssumedSwitch.SYNC_TIME_FORM, "as 2026-03-01T11:00:00Z"),

  /** {@code 2026-03-01T11:00:00.000+0000}. */
  FRACTION_AND_PLAIN_OFFSET(AssumedSwitch.SYNC_TIME_FORM, "as 2026-03-01T11:00:00.000+0000"),

  /** The attribute is there. */
  SECONDS_TOLD(AssumedSwitch.SYNC_TIME_SECONDS, "it has"),

  /** The attribute is missing. */
  SECONDS_LEFT_OUT(AssumedSwitch.SYNC_TIME_SECONDS, "it has not"),

  /** Its end. */
  TIME_OF_THE_END(AssumedSwitch.SYNC_TIME_MEANING, "its end"),

  /** Its start. */
  TIME_OF_THE_START(AssumedSwitch.SYNC_TIME_MEANING, "its start"),

  /** That of the last one that went well. */
  KEEPS_TIME_OF_SUCCESS(AssumedSwitch.SYNC_TIME_AFTER_FAILURE, "that of the last good one"),

  /** That of the one that failed. */
  TELLS_TIME_OF_FAILURE(AssumedSwitch.SYNC_TIME_AFTER_FAILURE, "that of the failure"),

  /** It is always new. */
  HEALTH_IS_FRESH(AssumedSwitch.HEALTH_CACHE, "it is always new"),

  /** It is made anew after a minute. */
  HEALTH_IS_CACHED(AssumedSwitch.HEALTH_CACHE, "it is made anew after a minute"),

  /** Each appliance speaks of itself alone. */
  HEALTH_OF_ITSELF(AssumedSwitch.PAIR_TROUBLE_IN_HEALTH, "each appliance speaks of itself alone"),

  /** What is worth a mail is an error message, too. */
  HEALTH_OF_THE_PAIR(
      AssumedSwitch.PAIR_TROUBLE_IN_HEALTH, "what is worth a mail is an error message, too"),

  /** It gives them. */
  BACKUP_GIVES_FILES(AssumedSwitch.FILE_OF_BACKUP, "it does"),

  /** It refuses. */
  BACKUP_REFUSES_FILES(AssumedSwitch.FILE_OF_BACKUP, "it refuses"),

  /** Both have all of them afterwards. */
  RECORDS_MERGED(AssumedSwitch.RECORDS_IN_SYNC, "both have all of them afterwards"),

  /** They are lost. */
  RECORDS_OVERWRITTEN(AssumedSwitch.RECORDS_IN_SYNC, "they are overwritten"),

  /** All data each time. */
  COPIES_ALL(AssumedSwitch.SYNC_SIZE, "all data, each time"),

  /** What the backup does not have yet. */
  COPIES_CHANGES(AssumedSwitch.SYNC_SIZE, "what the backup does not have yet"),

  /** Data syncs and swaps. */
  MISMATCH_REFUSED(AssumedSwitch.VERSION_MISMATCH, "data syncs and swaps are refused"),

  /** Nothing. */
  MISMATCH_NOTED(AssumedSwitch.VERSION_MISMATCH, "nothing; it is noted in the status history"),

  /** It takes over. */
  TAKES_OVER_UNTESTED(AssumedSwitch.TAKEOVER_WITHOUT_TEST_IPS, "it takes over"),

  /** It stays backup. */
  NEEDS_TEST_IPS(AssumedSwitch.TAKEOVER_WITHOUT_TEST_IPS, "it stays backup"),

  /** It is still there. */
  AILING_IS_REACHABLE(AssumedSwitch.AILING_PRIMARY, "no, it answers"),

  /** It counts as out of reach. */
  AILING_IS_DOWN(AssumedSwitch.AILING_PRIMARY, "yes, its probe fails"),

  /** With the role that it had when it was reached. */
  LISTED_AS_LAST_SEEN(AssumedSwitch.LOST_PEER_IN_LIST, "with the role that it last had"),

  /** With the role {@code none}. */
  LISTED_WITHOUT_ROLE(AssumedSwitch.LOST_PEER_IN_LIST, "with the role none"),

  /** Not at all. */
  NOT_LISTED(AssumedSwitch.LOST_PEER_IN_LIST, "not at all"),

  /** Where the button was pressed is primary. */
  ASKED_ONE_IS_PRIMARY(
      AssumedSwitch.FIX_WITHOUT_EVIDENCE, "the one whose button was pressed becomes primary"),

  /** It refuses. */
  FIX_REFUSED(AssumedSwitch.FIX_WITHOUT_EVIDENCE, "it refuses"),

  /** The peer keeps its role. */
  BREAKS_ALONE(
      AssumedSwitch.BREAK_WITHOUT_PEER, "this side loses its role, the peer keeps its own"),

  /** It refuses. */
  BREAK_REFUSED(AssumedSwitch.BREAK_WITHOUT_PEER, "it refuses"),

  /** 429 and when to come back. */
  STATUS_429_WITH_RETRY_AFTER(AssumedSwitch.RATE_LIMIT_ANSWER, "429 with the header Retry-After"),

  /** 429 alone. */
  STATUS_429_BARE(AssumedSwitch.RATE_LIMIT_ANSWER, "429 alone"),

  /** 503. */
  STATUS_503(AssumedSwitch.RATE_LIMIT_ANSWER, "503"),

  /** They count. */
  TOKENS_COUNT(AssumedSwitch.RATE_LIMIT_AND_TOKENS, "they do"),

  /** They do not count. */
  TOKENS_DO_NOT_COUNT(AssumedSwitch.RATE_LIMIT_AND_TOKENS, "they do not"),

  /** An XML error with status 200. */
  XML_OFF_IS_AN_ERROR(AssumedSwitch.XML_API_OFF, "an XML error with status 200"),

  /** Status 403. */
  XML_OFF_IS_403(AssumedSwitch.XML_API_OFF, "403"),

  /** Status 404. */
  XML_OFF_IS_404(AssumedSwitch.XML_API_OFF, "404"),

  /** What wrong credentials are told. */
  LOCKED_IS_401(AssumedSwitch.LOCKED_ACCOUNT, "401, as to wrong credentials"),

  /** Status 403. */
  LOCKED_IS_403(AssumedSwitch.LOCKED_ACCOUNT, "403"),

  /** An XML error with status 200. */
  NO_PERMISSION_IS_AN_ERROR(AssumedSwitch.BACKUP_NOT_PERMITTED, "an XML error with status 200"),

  /** Status 403. */
  NO_PERMISSION_IS_403(AssumedSwitch.BACKUP_NOT_PERMITTED, "403"),

  /** Status 401. */
  INVALID_TOKEN_IS_401(AssumedSwitch.INVALID_TOKEN, "401"),

  /** Status 403. */
  INVALID_TOKEN_IS_403(AssumedSwitch.INVALID_TOKEN, "403"),

  /** Status 401, and a word more. */
  INVALID_TOKEN_WITH_HINT(
      AssumedSwitch.INVALID_TOKEN, "401, with a hint besides error and message"),

  /** Status 401. */
  STRANGER_IS_401(AssumedSwitch.STRANGE_CALLER, "401, in the words for an invalid token"),

  /** Status 403. */
  STRANGER_IS_403(AssumedSwitch.STRANGE_CALLER, "403"),

  /** A list without clients. */
  BACKUP_LISTS_NOBODY(AssumedSwitch.CLIENTS_OF_BACKUP, "a list without clients"),

  /** An error. */
  BACKUP_REFUSES_LIST(AssumedSwitch.CLIENTS_OF_BACKUP, "an error");

  private final AssumedSwitch ofSwitch;
  private final String text;

  AssumedBehaviour(AssumedSwitch ofSwitch, String text) {
    this.ofSwitch = ofSwitch;
    this.text = text;
  }

  /** Returns the question that this answers. */
  public AssumedSwitch ofSwitch() {
    return ofSwitch;
  }

  /** Returns the answer in words. */
  public String text() {
    return text;
  }
}
