package attune.embedded;

import java.util.List;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * What is left of a result. A batch ends at the number asked for or at 16 MB, whichever comes first, as MongoDB does
 * it; without the second limit a reply above 48 MB breaks the connection. Used under the backend's lock only.
 */
final class BatchedCursor extends AbstractCursor {

    private static final int BYTES_AT_MOST = 16 * 1024 * 1024;

    private List<Document> left;

    BatchedCursor(long id, List<Document> documents) {
        super(id);
        this.left = documents;
    }

    @Override
    public boolean isEmpty() {
        return left.isEmpty();
    }

    @Override
    public List<Document> takeDocuments(int numberToReturn) {
        int wanted = numberToReturn > 0 ? numberToReturn : Integer.MAX_VALUE;
        int taken = 0;
        long bytes = 0;
        while (taken < left.size() && taken < wanted) {
            bytes += sizeOf(left.get(taken));
            if (taken > 0 && bytes > BYTES_AT_MOST) {
                break;
            }
            taken++;
        }
        List<Document> batch = left.subList(0, taken);
        left = left.subList(taken, left.size());
        return batch;
    }

    private static int sizeOf(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(document, buffer);
            return buffer.writerIndex();
        } finally {
            buffer.release();
        }
    }
}
