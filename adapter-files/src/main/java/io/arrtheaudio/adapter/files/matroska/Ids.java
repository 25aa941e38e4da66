package io.arrtheaudio.adapter.files.matroska;

/** Element IDs with their marker bits, as they stand in the file (RFC 8794 section 11, RFC 9559 section 5.1). */
final class Ids {

    static final long EBML = 0x1A45DFA3L;
    static final long EBML_READ_VERSION = 0x42F7;
    static final long EBML_MAX_ID_LENGTH = 0x42F2;
    static final long EBML_MAX_SIZE_LENGTH = 0x42F3;
    static final long DOC_TYPE = 0x4282;
    static final long VOID = 0xEC;
    static final long CRC_32 = 0xBF;

    static final long SEGMENT = 0x18538067L;
    static final long SEEK_HEAD = 0x114D9B74L;
    static final long SEEK = 0x4DBB;
    static final long SEEK_ID = 0x53AB;
    static final long SEEK_POSITION = 0x53AC;
    static final long INFO = 0x1549A966L;
    static final long CLUSTER = 0x1F43B675L;
    static final long CUES = 0x1C53BB6BL;
    static final long ATTACHMENTS = 0x1941A469L;
    static final long CHAPTERS = 0x1043A770L;
    static final long TAGS = 0x1254C367L;

    static final long TRACKS = 0x1654AE6BL;
    static final long TRACK_ENTRY = 0xAE;
    static final long TRACK_NUMBER = 0xD7;
    static final long TRACK_TYPE = 0x83;
    static final long FLAG_ENABLED = 0xB9;
    static final long FLAG_DEFAULT = 0x88;
    static final long FLAG_FORCED = 0x55AA;
    static final long FLAG_HEARING_IMPAIRED = 0x55AB;
    static final long FLAG_VISUAL_IMPAIRED = 0x55AC;
    static final long FLAG_TEXT_DESCRIPTIONS = 0x55AD;
    static final long FLAG_ORIGINAL = 0x55AE;
    static final long FLAG_COMMENTARY = 0x55AF;
    static final long NAME = 0x536E;
    static final long LANGUAGE = 0x22B59C;
    static final long LANGUAGE_BCP47 = 0x22B59D;
    static final long CODEC_ID = 0x86;
    static final long CODEC_PRIVATE = 0x63A2;
    static final long AUDIO = 0xE1;
    static final long CHANNELS = 0x9F;

    static final long ATTACHED_FILE = 0x61A7;
    static final long FILE_NAME = 0x466E;
    static final long FILE_DATA = 0x465C;
    static final long EDITION_ENTRY = 0x45B9;
    static final long CHAPTER_ATOM = 0xB6;
    static final long TAG = 0x7373;

    private Ids() {}
}
