#pragma once

#include <string>
#include <vector>

namespace zhuyi {

/// The two languages of the report.
enum class Language { English, Chinese };

/// What the report says, in both languages; %1, %2, … stand for values. May hold HTML.
struct Text {
    const char* english;
    const char* chinese;
    std::string in(Language language) const { return language == Language::English ? english : chinese; }
};

/// The pattern with its values put in.
std::string fill(const std::string& pattern, const std::vector<std::string>& values);

namespace texts {

inline constexpr Text pageTitle = {"Zhuyi 注意: what a translation model pays attention to",
                                   "注意（Zhuyi）：翻译模型在看哪里"};
inline constexpr Text heading = {"A translation model learns to pay attention", "翻译模型学会了“注意”"};
inline constexpr Text lead = {
    "A small neural network has just learnt, on this computer and in %1, to translate simple Chinese sentences into "
    "English. It was shown %2 sentence pairs. For each English word that it writes it decides which Chinese words to "
    "look at; that is its <em>attention</em>. This page shows where it looks, and checks whether that is right.",
    "刚才，一个小型神经网络在这台电脑上用 %1学会了把简单的中文句子译成英文。它看过的例子是 %2 个句对。"
    "每写一个英文词，它都要决定看哪几个中文词，这就是它的<em>注意力</em>。这一页展示它在看哪里，并检验它看得对不对。"};
inline constexpr Text nobodyTold = {
    "Nobody told it which word means which: it found that out by itself, because looking at the right word helps to "
    "write the next one.",
    "没有人告诉它哪个词对应哪个词。这是它自己找到的：看对了词，才好写出下一个词。"};
inline constexpr Text guided = {
    "While it trained, its attention was also guided: it was told which words belong together (guided attention, "
    "strength %1).",
    "训练时还给了它引导：告诉它哪些词互为翻译（引导注意力，强度 %1）。"};

inline constexpr Text accuracyFigure = {"of the next words are predicted right", "的下一个词预测正确"};
inline constexpr Text errorFigure = {"alignment error rate (0 % is perfect)", "对齐错误率（0 % 为全对）"};
inline constexpr Text exactFigure = {"new sentences translated word for word as in the answer",
                                     "个新句子的译文与答案一字不差"};
inline constexpr Text exactOf = {"%1 of %2", "%1 / %2"};
inline constexpr Text timeFigure = {"of training on %1", "的训练时间（%1）"};
inline constexpr Text oneThread = {"1 processor core", "1 个处理器核心"};
inline constexpr Text manyThreads = {"%1 processor cores", "%1 个处理器核心"};
inline constexpr Text minutesAndSeconds = {"%1 min %2 s", "%1 分 %2 秒"};
inline constexpr Text onlyMinutes = {"%1 min", "%1 分钟"};
inline constexpr Text onlySeconds = {"%1 s", "%1 秒"};

inline constexpr Text filmTitle = {"Watch the attention form", "看注意力怎样成形"};
inline constexpr Text filmText = {
    "The same sentence at several moments of the training. Each column is a Chinese word, each row an English word; "
    "the "
    "stronger a cell's colour, the more the model looks at that Chinese word while it writes that English word.",
    "同一个句子，训练中的几个时刻。每一列是一个中文词，每一行是一个英文词；格子颜色越强，说明写这个英文词时越关注那个中"
    "文词。"};
inline constexpr Text goldLegend = {
    "The orange frames mark where it <em>should</em> look: the words that really translate each other. Where a frame "
    "is dashed, it may look there too.",
    "橙色方框标出<em>应该</em>看的地方，也就是真正互为翻译的词；虚线方框是也可以看的地方。"};
inline constexpr Text atBeginning = {"before training", "训练之前"};
inline constexpr Text atStep = {"step %1", "第 %1 步"};
inline constexpr Text afterTraining = {"after training", "训练之后"};

inline constexpr Text curvesHeading = {"How it learnt", "它是怎样学会的"};
inline constexpr Text curvesText = {
    "The <strong>loss</strong> says how surprised the model is by the right next word: 0 would be certainty. On "
    "sentences "
    "that it has never trained on (orange) it fell from %1 to %2. The <strong>blue</strong> curve is the loss on the "
    "sentences that it trains on.",
    "<strong>损失</strong>表示正确的下一个词让模型有多意外，0 就是完全确定。在从未训练过的句子上（橙色），它从 %1 "
    "降到了 %2。"
    "<strong>蓝色</strong>曲线是训练句子上的损失。"};
inline constexpr Text bothFell = {
    "The two fall together, so it has learnt the language of these sentences rather than the sentences by heart.",
    "两条曲线一起下降，说明它学到的是这些句子的语言规律，而不是死记硬背。"};
inline constexpr Text devBelow = {
    "The orange curve even lies lower: while training, dropout silences a part of the network at random, which makes "
    "the "
    "task harder.",
    "橙色曲线甚至更低：训练时，随机失活（dropout）会随机关掉一部分神经元，任务因此更难。"};
inline constexpr Text gapOpened = {
    "In the end the orange curve stays above the blue one (%1 against %2): the model begins to learn its sentences by "
    "heart.",
    "最后橙色曲线停在蓝色曲线之上（%1 对 %2）：模型开始死记训练句子了。"};
inline constexpr Text shortRun = {"The training was too short to see more; give it a few minutes.",
                                  "这次训练太短，还看不出更多；请给它几分钟。"};
inline constexpr Text lowerPanel = {"Below: the share of the next words that it predicts right.",
                                    "下图：下一个词预测正确的比例。"};
inline constexpr Text lowerPanelWithError = {
    "Below: the share of the next words that it predicts right rises, and the alignment error rate, which tells how "
    "wrong "
    "the attention is (explained further down), falls.",
    "下图：下一个词预测正确的比例在上升；表示注意力错得多厉害的对齐错误率（后面解释）在下降。"};
inline constexpr Text stoppedEarly = {
    "The training ended before its time was up, because there was little left to learn.",
    "训练没有用完时间就结束了，因为已经没有多少可学的了。"};
inline constexpr Text curvesTitle = {"Loss, token accuracy and alignment error rate over the training time",
                                     "损失、词元准确率和对齐错误率随训练时间的变化"};
inline constexpr Text lossAxis = {"Loss (nats per token)", "损失（奈特/词元）"};
inline constexpr Text shareAxis = {"Share", "比例"};
inline constexpr Text timeAxis = {"seconds of training", "训练时间（秒）"};
inline constexpr Text trainingCurve = {"training sentences", "训练句子"};
inline constexpr Text devCurve = {"new sentences", "新句子"};
inline constexpr Text accuracyCurve = {"next word right", "下一个词正确"};
inline constexpr Text errorCurve = {"alignment error rate", "对齐错误率"};

inline constexpr Text heatmapsHeading = {"Where it looks when word orders differ", "语序不同时，它看哪里"};
inline constexpr Text heatmapsText = {
    "Chinese and English put their words in different places, and that is what attention is for. Read a row from left "
    "to "
    "right: it shows where the model looks while it writes that English word. If both languages had the same word "
    "order, "
    "the coloured cells would run down the diagonal. The model has never trained on these sentences; they were chosen "
    "by "
    "their word order, not by how well it does on them.",
    "中文和英文的词序不同，注意力的用处正在这里。从左到右读一行，就是写那个英文词时模型在看哪里。"
    "如果两种语言词序相同，有颜色的格子会沿对角线排列。模型从未训练过这些句子；挑选它们只看语序，不看模型做得好不好。"};
inline constexpr Text heatmapOf = {"Attention heatmap: %1 → %2", "注意力热图：%1 → %2"};
inline constexpr Text endOfSentence = {"‹end›", "‹结束›"};
inline constexpr Text moved = {
    "<strong>%1</strong> is in place %2 of %3 in Chinese, “%4” in place %5 of %6 in English.",
    "<strong>%1</strong>在中文里排第 %2（共 %3 个词），“%4”在英文里排第 %5（共 %6 个词）。"};
inline constexpr Text foundIt = {"The model followed the move: %1 of its attention is on the right word.",
                                 "模型跟上了：%1 的注意力落在正确的词上。"};
inline constexpr Text missedIt = {"Here the model looks elsewhere, most at %1 (%2).",
                                  "这里模型看偏了，主要在看%1（%2）。"};
inline constexpr Text shareHere = {"Attention on the framed cells: <strong>%1</strong>",
                                   "落在方框里的注意力：<strong>%1</strong>"};

inline constexpr Text timeAndPlace = {"Time and place", "时间和地点"};
inline constexpr Text timeAndPlaceNote = {
    "Chinese says when and where before the verb; English mostly says it at the end.",
    "中文先说时间、地点，再说动词；英文大多放在句末。"};
inline constexpr Text relativeClause = {"Relative clause", "定语从句"};
inline constexpr Text relativeClauseNote = {
    "In Chinese the clause with 的 stands before its noun, in English (who, that, which) behind it: a whole block "
    "changes "
    "its place.",
    "中文带“的”的定语在名词之前，英文的从句（who、that、which）在名词之后：整块内容换了位置。"};
inline constexpr Text ba = {"The 把 sentence", "“把”字句"};
inline constexpr Text baNote = {
    "把 brings the object before the verb; in English it follows the verb, and 把 itself has no "
    "word of its own.",
    "“把”将宾语提到动词之前；英文的宾语在动词之后，“把”本身没有对应的词。"};
inline constexpr Text bei = {"The 被 sentence: passive", "“被”字句：被动"};
inline constexpr Text beiNote = {
    "Who did it stands between 被 and the verb in Chinese, and behind “by” at the end in English.",
    "中文里施动者在“被”和动词之间，英文里则跟在句末的 by 后面。"};
inline constexpr Text comparison = {"Comparison with 比", "“比”字比较句"};
inline constexpr Text comparisonNote = {
    "The one compared with comes before the adjective in Chinese, and behind “than” in English.",
    "中文里比较的对象在形容词之前，英文里在 than 之后。"};
inline constexpr Text question = {"A question", "疑问句"};
inline constexpr Text questionNote = {"A Chinese question keeps the order of a statement; English begins with the "
                                      "question word or with a verb such as “do”.",
                                      "中文疑问句保持陈述句的语序；英文以疑问词或 do 之类的动词开头。"};
inline constexpr Text because = {"因为 … 所以 …: because", "因为……所以……"};
inline constexpr Text becauseNote = {
    "Chinese marks both halves, English only one of them: one of the two has no word of its own.",
    "中文两个分句都有关联词，英文只用一个：另一个没有对应的词。"};
inline constexpr Text measureWord = {"Measure words", "量词"};
inline constexpr Text measureWordNote = {
    "Between number and noun Chinese needs a measure word; English has none, so hardly any row should look at it.",
    "中文在数词和名词之间要用量词；英文没有，所以几乎没有哪一行该看它。"};

inline constexpr Text otherOrder = {"Words that change places", "换了位置的词"};
inline constexpr Text otherOrderNote = {"Follow the frames from top to bottom: where they jump back to the left, "
                                        "English says later what Chinese says earlier.",
                                        "从上到下看方框：往左跳回的地方，就是中文先说、英文后说的内容。"};

inline constexpr Text rightHeading = {"Is the picture right?", "热图看得对吗？"};
inline constexpr Text rightText = {
    "Attention learns to translate, not to align words, so a pretty heatmap can still be wrong. Here it can be "
    "checked: the "
    "sentences come from a grammar that makes both languages at once, so it knows which words belong together.",
    "注意力学的是翻译，不是词对齐，所以好看的热图也可能是错的。这里可以检验：句子由一套同时生成两种语言的语法产生，"
    "哪些词互为翻译是已知的。"};
inline constexpr Text precisionRow = {"Precision: of the word links that the attention draws, so many are true",
                                      "精确率：注意力连起来的词对中，正确的比例"};
inline constexpr Text recallRow = {"Recall: of the true word links, the attention finds so many",
                                   "召回率：真正的词对中，注意力找到的比例"};
inline constexpr Text errorRow = {"Alignment error rate, AER: both in one, 0 % is perfect (Och &amp; Ney 2003)",
                                  "对齐错误率（AER）：综合两者，0 % 为全对（Och &amp; Ney 2003）"};
inline constexpr Text goldRow = {"Of all attention of words with a true partner, so much lies on that partner",
                                 "有对应词的词，其注意力落在对应词上的比例"};
inline constexpr Text errorIsLow = {"That is close: you may read the heatmaps as word alignments.",
                                    "已经很接近：可以把热图当作词对齐来看。"};
inline constexpr Text errorIsMiddling = {
    "So read the heatmaps with care: most cells are right, a good few are not. A stretch of words is often looked at "
    "one "
    "word early or late, since the network's state at a word knows of its neighbours too.",
    "所以看热图要谨慎：多数格子是对的，也有不少不对。常见的情形是早看或晚看一个词，因为网络在一个词上的状态也含有邻近词"
    "的信息。"};
inline constexpr Text errorIsHigh = {
    "So do not take these heatmaps for word alignments yet: train longer, or let the attention be guided (the setting "
    "<code>guided_attention</code>).",
    "所以还不能把这些热图当作词对齐：可以训练久一些，或者打开引导注意力（设置项 <code>guided_attention</code>）。"};

inline constexpr Text translationsHeading = {"What it translates right, and wrong", "译对的和译错的"};
inline constexpr Text translationsText = {
    "Sentences that it never trained on. It translated %1 of %2 exactly as the answer does.",
    "这些句子它从未训练过。%2 句中有 %1 句的译文与答案完全相同。"};
inline constexpr Text rightOnes = {"Right", "译对的"};
inline constexpr Text wrongOnes = {"Not as in the answer", "与答案不同的"};
inline constexpr Text noneRight = {"None yet: the training was too short.", "还没有：训练时间太短。"};
inline constexpr Text noneWrong = {"None.", "没有。"};
inline constexpr Text answer = {"answer", "答案"};
inline constexpr Text model = {"model", "模型"};
inline constexpr Text markLegend = {
    "Marked: words of the answer that are missing, and words of the model that are not in the "
    "answer.",
    "标记：答案中有而译文缺少的词，以及译文中有而答案没有的词。"};

inline constexpr Text settingsHeading = {"The figures", "数据一览"};
inline constexpr Text dataTable = {"The sentences", "句子"};
inline constexpr Text networkTable = {"The network", "网络"};
inline constexpr Text trainingTable = {"The training", "训练"};
inline constexpr Text machineTable = {"The machine", "机器"};
inline constexpr Text trainPairs = {"pairs to train on", "训练句对"};
inline constexpr Text devPairs = {"pairs to validate on", "验证句对"};
inline constexpr Text chineseWords = {"Chinese vocabulary", "中文词表"};
inline constexpr Text englishWords = {"English vocabulary", "英文词表"};
inline constexpr Text parameters = {"parameters", "参数"};
inline constexpr Text presetName = {"preset", "预设"};
inline constexpr Text encoder = {"encoder", "编码器"};
inline constexpr Text decoder = {"decoder", "解码器"};
inline constexpr Text lstm = {"LSTM, layers: %1, hidden: %2", "LSTM，%1 层，隐藏单元 %2"};
inline constexpr Text bidirectionalLstm = {"bidirectional LSTM, layers: %1, hidden: %2 each way",
                                           "双向 LSTM，%1 层，每个方向隐藏单元 %2"};
inline constexpr Text attention = {"attention", "注意力"};
inline constexpr Text time = {"time", "时间"};
inline constexpr Text steps = {"steps of %1 pairs", "步（每步 %1 个句对）"};
inline constexpr Text tokenSteps = {"steps of up to %1 target tokens", "步（每步至多 %1 个目标词元）"};
inline constexpr Text speed = {"tokens per second", "每秒词元数"};
inline constexpr Text devLoss = {"loss on new sentences", "新句子上的损失"};
inline constexpr Text perplexity = {"perplexity", "困惑度"};
inline constexpr Text accuracy = {"token accuracy", "词元准确率"};
inline constexpr Text errorRate = {"alignment error rate", "对齐错误率"};
inline constexpr Text learningRate = {"Adam, learning rate", "Adam 学习率"};
inline constexpr Text dropout = {"dropout", "随机失活"};
inline constexpr Text seed = {"seed", "随机种子"};
inline constexpr Text threads = {"threads", "线程"};
inline constexpr Text device = {"device", "设备"};
inline constexpr Text blas = {"matrix products", "矩阵运算库"};

inline constexpr Text nextHeading = {"What to do next", "接下来"};
inline constexpr Text nextOpen = {"Open this model in the window, type a sentence, and watch its heatmap:",
                                  "在窗口里打开这个模型，输入句子，看它的热图："};
inline constexpr Text nextTranslate = {"Or translate on the command line, a sentence a line:",
                                       "或者在命令行里翻译，每行一句："};
inline constexpr Text nextGuided = {"See what guided attention changes: write the sentences and their true word "
                                    "alignments to files, and train on them:",
                                    "看看引导注意力带来什么变化：把句子和真实的词对齐写进文件，再用它们训练："};
inline constexpr Text nextOwn = {"Train on your own sentence pairs, one pair a line with a tab between:",
                                 "用自己的句对训练，每行一对，中间用制表符分隔："};
inline constexpr Text chineseExample = {"今天 是 星期日", "今天 是 星期日"};
inline constexpr Text ownFile = {"my-pairs.tsv", "my-pairs.tsv"};
inline constexpr Text filesBeside = {"Beside this page: the pictures, <code>model.zhuyi</code>, and "
                                     "<code>training.jsonl</code> with all that was measured.",
                                     "本页所在的文件夹里还有图片、<code>model.zhuyi</code>，以及记录全部测量值的 "
                                     "<code>training.jsonl</code>。"};
inline constexpr Text madeBy = {"Made by Zhuyi %1.", "由注意（Zhuyi）%1 生成。"};

} // namespace texts

} // namespace zhuyi
