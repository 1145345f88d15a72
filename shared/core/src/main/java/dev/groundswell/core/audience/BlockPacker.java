package dev.groundswell.core.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Packs rows into blocks that can be stored. */
final class BlockPacker {

    /** An item has at most 400 KB, its key and names included. */
    static final int MAX_BYTES = 380_000;

    private final int maxRows;
    private final Supplier<BlockId> ids;

    BlockPacker(int maxRows, Supplier<BlockId> ids) {
        this.maxRows = maxRows;
        this.ids = ids;
    }

    /** As few blocks as there can be, of about the same number of rows each. */
    List<AudienceShards.StoredBlock> pack(List<AudienceRow> rows) {
        var packed = new ArrayList<AudienceShards.StoredBlock>();
        var blocks = Math.ceilDiv(rows.size(), maxRows);
        for (var block = 0; block < blocks; block++) {
            var from = (int) ((long) rows.size() * block / blocks);
            var to = (int) ((long) rows.size() * (block + 1) / blocks);
            pack(rows.subList(from, to), packed);
        }
        return packed;
    }

    private void pack(List<AudienceRow> rows, List<AudienceShards.StoredBlock> packed) {
        var block = Block.of(rows);
        var members = MemberBlock.of(rows);
        if (fits(block.toBytes()) && fits(members.toBytes())) {
            packed.add(new AudienceShards.StoredBlock(ids.get(), block, members));
            return;
        }
        if (rows.size() == 1) {
            throw new IllegalStateException(
                    "The row of buyer " + rows.getFirst().buyer() + " does not fit into an item of DynamoDB.");
        }
        pack(rows.subList(0, rows.size() / 2), packed);
        pack(rows.subList(rows.size() / 2, rows.size()), packed);
    }

    private static boolean fits(byte[] bytes) {
        return bytes.length <= MAX_BYTES;
    }
}
