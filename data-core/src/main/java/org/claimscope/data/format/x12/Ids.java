package org.claimscope.data.format.x12;

/// Segment names as numbers: their bytes side by side, so that a segment is told apart by one
/// comparison.
final class Ids {
    static final int AAA = 0x414141;
    static final int AK1 = 0x414b31;
    static final int AK2 = 0x414b32;
    static final int AK5 = 0x414b35;
    static final int AK9 = 0x414b39;
    static final int AMT = 0x414d54;
    static final int BHT = 0x424854;
    static final int BPR = 0x425052;
    static final int CAS = 0x434153;
    static final int CLM = 0x434c4d;
    static final int CLP = 0x434c50;
    static final int DMG = 0x444d47;
    static final int DTM = 0x44544d;
    static final int DTP = 0x445450;
    static final int GE = 0x4745;
    static final int GS = 0x4753;
    static final int HCR = 0x484352;
    static final int HI = 0x4849;
    static final int HL = 0x484c;
    static final int HSD = 0x485344;
    static final int IEA = 0x494541;
    static final int IK5 = 0x494b35;
    static final int ISA = 0x495341;
    static final int LIN = 0x4c494e;
    static final int LQ = 0x4c51;
    static final int LX = 0x4c58;
    static final int MIA = 0x4d4941;
    static final int MOA = 0x4d4f41;
    static final int N1 = 0x4e31;
    static final int N3 = 0x4e33;
    static final int N4 = 0x4e34;
    static final int NM1 = 0x4e4d31;
    static final int NTE = 0x4e5445;
    static final int PAT = 0x504154;
    static final int PLB = 0x504c42;
    static final int PWK = 0x50574b;
    static final int REF = 0x524546;
    static final int SBR = 0x534252;
    static final int SE = 0x5345;
    static final int ST = 0x5354;
    static final int STC = 0x535443;
    static final int SV1 = 0x535631;
    static final int SV2 = 0x535632;
    static final int SV3 = 0x535633;
    static final int SVC = 0x535643;
    static final int SVD = 0x535644;
    static final int TA1 = 0x544131;
    static final int TRN = 0x54524e;
    static final int UM = 0x554d;

    /// No segment: what stands there is no name of two or three capitals and digits.
    static final int NONE = 0;

    private Ids() {}

    static int of(byte[] b, int from, int to) {
        int length = to - from;
        if (length < 2 || length > 3 || b[from] < 'A' || b[from] > 'Z') {
            return NONE;
        }
        int id = 0;
        for (int i = from; i < to; i++) {
            int c = b[i];
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return NONE;
            }
            id = id << 8 | c;
        }
        return id;
    }

    /// The name again, for people.
    static String name(int id) {
        var name = new StringBuilder(3);
        for (int shift = 16; shift >= 0; shift -= 8) {
            if (id >> shift != 0) {
                name.append((char) (id >> shift & 0xff));
            }
        }
        return name.toString();
    }
}
